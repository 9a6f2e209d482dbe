import { daysBetween } from '#kernel/dates'
import { nextState } from '#kernel/state-table'
import type { HolidayCalendar } from '#kernel/working-days'
import type { ApplicationRow } from '../../contract.ts'
import type { ServiceCode } from '../services/service.ts'
import { services } from '../services/table.ts'
import { type ClockKind, type ClockPolicy, clockFacts, pressure, type Tone } from './clocks.ts'
import { applicationEvents, wordsFor } from './events.ts'
import {
  type ApplicationEvent,
  type ApplicationState,
  applicationMoves,
  applicationStateLabels,
  deemableStates,
} from './moves.ts'

/** The stored parts of a file that its row shows. */
export interface RowSource {
  readonly applicationNo: string
  readonly service: ServiceCode
  readonly licenceNo: string | null
  readonly shopName: string
  readonly townName: string
  readonly state: ApplicationState
  readonly outcome: 'grant' | 'person'
  readonly timely: boolean
  readonly receivedAt: string
  readonly clockKind: string | null
  readonly clockDueOn: string | null
  readonly clockUnpublishedYear: number | null
  readonly expiryAlarm?: number | null
}

interface Setting {
  readonly today: Temporal.PlainDate
  readonly policy: ClockPolicy
  readonly calendar: HolidayCalendar
}

/** 办件的一行: where it stands, what presses, what comes next. */
export function fileRow(file: RowSource, setting: Setting): ApplicationRow {
  const label = applicationStateLabels[file.state]
  const next = nextStepOf(file)
  return {
    applicationNo: file.applicationNo,
    service: file.service,
    serviceLabel: services[file.service].name.zh,
    serviceLabelEn: services[file.service].name.en,
    licenceNo: file.licenceNo,
    shopName: file.shopName,
    townName: file.townName,
    state: file.state,
    stateLabel: label.zh,
    stateLabelEn: label.en,
    outcome: file.outcome,
    receivedAt: file.receivedAt,
    clock: clockOf(file, setting),
    nextStep: next?.zh ?? null,
    ...(next ? { nextStepEn: next.en } : {}),
    canWithdraw: nextState(applicationMoves, file.state, 'withdraw').ok,
    flags: flagsOf(file),
  }
}

function flagsOf(file: RowSource): string[] {
  return [
    ...(file.timely ? [] : ['LATE']),
    // 届满前十、五、二个工作日: silence is about to grant (XK 50).
    ...(file.expiryAlarm && deemableStates.includes(file.state) ? [`EXPIRY_${file.expiryAlarm}`] : []),
    ...(file.clockUnpublishedYear === null ? [] : [`HOLIDAYS_${file.clockUnpublishedYear}_UNPUBLISHED`]),
  ]
}

function clockOf(file: RowSource, { today, policy, calendar }: Setting): ApplicationRow['clock'] {
  if (file.clockKind === null || file.clockDueOn === null) return null
  const { zh, en, basis } = clockFacts[file.clockKind as ClockKind]
  const dueOn = Temporal.PlainDate.from(file.clockDueOn)
  const pressing = pressure(dueOn, today, { policy, calendar })
  const value = pressing.ok ? pressing.value : weekdaysUntil(dueOn, today, policy)
  return {
    kind: file.clockKind,
    label: zh,
    labelEn: en,
    dueOn: file.clockDueOn,
    ...value,
    basis: basis.map(citation => ({ ...citation })),
  }
}

/** Expiry may lie in a year whose holidays are not known yet: five days a week stand in, and the flag says so. */
function weekdaysUntil(dueOn: Temporal.PlainDate, today: Temporal.PlainDate, { soonDays }: ClockPolicy) {
  const workingDaysLeft = Math.floor((daysBetween(today, dueOn) * 5) / 7)
  const tone: Tone = workingDaysLeft < 0 ? 'overdue' : workingDaysLeft <= soonDays ? 'soon' : 'calm'
  return { workingDaysLeft, tone }
}

/** The main step of the staff from here, whoever's turn it is. */
function nextStepOf({ state, service }: RowSource): { zh: string; en: string } | undefined {
  const events = Object.keys(applicationMoves[state]) as ApplicationEvent[]
  const next = events
    .map(event => applicationEvents[event])
    .filter(entry => entry.offered && entry.main > 0)
    .toSorted((a, b) => a.main - b.main)[0]
  return next && wordsFor(next, service)
}

import type { Moment } from '#kernel/dates'
import { announce } from '#platform/announce'
import type { Tx } from '#platform/database'
import * as events from '../events.ts'
import { issuePaperLater } from '../papers/issue-paper-job.ts'
import { alarmsDue, runningClock } from '../rules/application/clocks.ts'
import { deemableStates } from '../rules/application/moves.ts'
import { publicLicenceState } from '../rules/licence/moves.ts'
import { stateOnDay } from '../rules/licence/state-on-day.ts'
import {
  type ApplicationRecord,
  getCircumstances,
  lockApplication,
  lockLicence,
  noteEvent,
  saveClock,
  saveDecision,
  saveLicenceState,
} from '../store.ts'
import { carryOutGrant } from './carry-out-grant.ts'
import { moveApplication } from './move-application.ts'
import { issuePaperOfStep } from './paper-of-step.ts'
import type { Setting } from './setting.ts'
import { clockDatesOf, isDeemed, stepFactsOf } from './step-facts.ts'

const system = 'system:licensing.keepClocks'

/**
 * One open file at the clock (期限看护): silence for five working days accepts it, expiry of a timely one grants it by law, before
 * that alarms sound. Safe to run at any time and again: each effect stands once.
 */
export async function keepFile(tx: Tx, applicationNo: string, at: Moment, setting: Setting): Promise<void> {
  const file = await lockApplication(tx, applicationNo)
  if (!file) return
  if (isDeemed(file, at.today)) return deem(tx, file, at, setting)
  await recountClock(tx, file, setting)
  const accepted = await acceptBySilence(tx, file, at, setting)
  await soundAlarms(tx, accepted, at, setting)
}

/** A clock that waited for the holidays of its year starts as soon as they are published. */
async function recountClock(tx: Tx, file: ApplicationRecord, { policy, calendar }: Setting): Promise<void> {
  if (file.clockUnpublishedYear === null || !calendar.isPublished(file.clockUnpublishedYear)) return
  await saveClock(tx, file.applicationNo, runningClock(clockDatesOf(file), { policy: policy.clocks, calendar }))
}

/** 逾期不告知的，自收到申请材料之日起即为受理 (行政许可法 32 第一款第四项): accepted as of the day of receipt. */
async function acceptBySilence(
  tx: Tx,
  file: ApplicationRecord,
  at: Moment,
  setting: Setting,
): Promise<ApplicationRecord> {
  if (file.state !== 'submitted') return file
  const { correctionUntil } = stepFactsOf(file, { proposal: undefined, today: at.today }, setting)
  if (correctionUntil === null || Temporal.PlainDate.compare(at.today, correctionUntil) <= 0) return file
  const change = { acceptedOn: file.receivedOn }
  const move = { event: 'silenceAccept', by: system, at: at.instant.toString(), change } as const
  const accepted = await moveApplication(tx, file, move, setting)
  await issuePaperOfStep(tx, { event: 'silenceAccept', file: accepted, at }, setting)
  return accepted
}

/** 视为准予延续 (行政许可法 50 第二款): decided by law, then a paper for the head to confirm. */
async function deem(tx: Tx, file: ApplicationRecord, at: Moment, setting: Setting): Promise<void> {
  const { applicationNo, licenceNo } = file
  const [on, instant] = [at.today.toString(), at.instant.toString()]
  await saveDecision(tx, file, {
    result: 'grant',
    decidedAs: 'law',
    decidedBy: 'law',
    decidedOn: on,
    decidedAt: instant,
    proposedBy: null,
    opinion: '届满前未作出决定，依法视为准予延续。',
    reasons: [],
    remedy: '',
  })
  const renewed = await carryOutGrant(tx, file, { at, reason: 'deemedRenewal' }, setting)
  if (!renewed.ok) throw new Error(`the deemed renewal of ${applicationNo} met ${renewed.refusal}`)
  await moveApplication(tx, file, { event: 'deem', by: system, at: instant, change: { decidedOn: on } }, setting)
  const fact = { applicationNo, licenceNo, service: file.service, result: 'grant', decidedAs: 'law' } as const
  await announce(tx, events.applicationDecided, fact)
  await issuePaperLater(tx, 'deemedRenewal', applicationNo)
}

async function soundAlarms(tx: Tx, file: ApplicationRecord, at: Moment, { policy, calendar }: Setting): Promise<void> {
  const { deemedAfter: validTo } = file
  if (validTo === null || !file.timely || !deemableStates.includes(file.state)) return
  const deemedAfter = Temporal.PlainDate.from(validTo)
  for (const days of alarmsDue(deemedAfter, at.today, { calendar, days: policy.expiryAlarmDays })) {
    const isNew = await noteEvent(tx, file, { at: at.instant.toString(), event: `expiryAlarm:${days}`, by: system })
    const { applicationNo, licenceNo } = file
    if (isNew) await announce(tx, events.expiryNear, { applicationNo, licenceNo, workingDays: days, validTo })
  }
}

/** A licence whose last day has passed: expired, or waiting for its timely renewal (行政许可法 50, 70). */
export async function keepLicence(tx: Tx, licenceNo: string, at: Moment): Promise<void> {
  const licence = await lockLicence(tx, licenceNo)
  if (!licence) return
  const { renewal } = (await getCircumstances(tx, licenceNo)).openApplications
  const file = renewal === undefined ? undefined : await lockApplication(tx, renewal)
  const to = stateOnDay({ ...licence, renewalOpen: file?.timely === true }, at.today)
  if (to === licence.state || !(await saveLicenceState(tx, licenceNo, { from: licence.state, to }))) return
  const { validFrom, validTo, version } = licence
  await announce(tx, events.licenceStateChanged, {
    licenceNo,
    state: publicLicenceState(to),
    validFrom,
    validTo,
    version,
  })
}

import type { Moment } from '#kernel/dates'
import { clock } from '#kernel/minute-of-day'
import type { OpeningHours } from '#kernel/opening-hours'
import type { Position } from '#kernel/position'
import type { HolidayCalendar } from '#kernel/working-days'
import { isSilent } from '../fleet-health.ts'
import { openSince } from '../opening-hours.ts'
import { covers } from '../scope.ts'
import type { TerminalState } from '../terminal-states.ts'

/** 终端现在能不能用, in the four words a stranger needs; why it does not work is the bureau's own business. */
export const standings = ['working', 'resting', 'notWorking', 'notConnected'] as const
type Standing = (typeof standings)[number]

/** A machine with its last word. */
export interface PointTerminal {
  readonly state: TerminalState
  readonly lastSeenAt: string | null
  readonly reader: string | null
  readonly printer: string | null
  readonly paper: string | null
  /** What the bureau set for it; null for the usual hours. */
  readonly hours: OpeningHours | null
}

export interface PointFacts extends Position {
  readonly code: string
  readonly name: string
  readonly kind: 'kiosk' | 'hall' | 'village'
  readonly areaCode: string
  readonly town: string
  readonly terminal: PointTerminal | null
  /** Since when the house has been listening without a gap. */
  readonly backAt: string | null
}

/** 帮办时段 of today. */
export interface HelperHours {
  readonly areaCode: string
  readonly place: string
  readonly fromMinute: number
  readonly toMinute: number
}

export interface Around {
  readonly at: Moment
  readonly silentMinutes: number
  /** Of terminals that nobody has set otherwise. */
  readonly usual: OpeningHours
  readonly office: { readonly opensAt: string; readonly closesAt: string }
  readonly calendar: HolidayCalendar
  /** The areas of each helper who is on duty. */
  readonly helpers: readonly (readonly string[])[]
  readonly helperHours: readonly HelperHours[]
}

export interface ServicePointTold extends Omit<PointFacts, 'areaCode' | 'terminal' | 'backAt'> {
  readonly townCode: string
  readonly hours: { opensAt: string; closesAt: string; openDays: number[] } | null
  readonly terminal: { readonly standing: Standing; readonly prints: boolean } | null
  readonly helpersOnDuty: number
  readonly helperHours: { from: string; to: string; place: string }[]
}

/** What everybody may know of a service point today. */
export function servicePoint({ areaCode, terminal, backAt, ...point }: PointFacts, around: Around): ServicePointTold {
  const townCode = areaCode.slice(0, 9)
  const hours = point.kind === 'kiosk' ? terminalHours(terminal, around) : officeHours(around)
  return {
    ...point,
    townCode,
    hours,
    terminal: point.kind !== 'kiosk' && terminal === null ? null : machine(terminal, backAt, around),
    helpersOnDuty: around.helpers.filter(areas => covers(areas, areaCode)).length,
    helperHours: around.helperHours
      .filter(one => one.areaCode.slice(0, 9) === townCode)
      .map(({ place, fromMinute, toMinute }) => ({ from: clock(fromMinute), to: clock(toMinute), place })),
  }
}

function machine(terminal: PointTerminal | null, backAt: string | null, around: Around): ServicePointTold['terminal'] {
  if (terminal === null || terminal.state === 'proposed' || terminal.state === 'confirmed')
    return { standing: 'notConnected', prints: false }
  const { state, reader, printer, paper } = terminal
  const standing = (): Standing => {
    const now = around.at.instant
    const hours = terminal.hours ?? around.usual
    const back = backAt === null ? undefined : Temporal.Instant.from(backAt)
    if (state !== 'active') return 'notWorking'
    if (openSince(hours, now) === undefined) return 'resting'
    const silent = isSilent({ ...terminal, hours }, now, { silentMinutes: around.silentMinutes, backAt: back })
    return silent || reader === null || reader === 'absent' ? 'notWorking' : 'working'
  }
  return { standing: standing(), prints: printer !== null && !/stopped|absent/.test(printer) && paper !== 'out' }
}

/** Of a machine that is not ours the hours are not known. */
function terminalHours(terminal: PointTerminal | null, { usual }: Around): ServicePointTold['hours'] {
  if (terminal === null) return null
  const { opensAt, closesAt, openDays } = terminal.hours ?? usual
  return { opensAt, closesAt, openDays: [...openDays] }
}

/** People serve on working days (节假日休息、调休上班): each weekday comes once in the seven days from today. */
function officeHours({ at, office, calendar }: Around): ServicePointTold['hours'] {
  const week = Array.from({ length: 7 }, (_, days) => at.today.add({ days }))
  if (week.some(day => !calendar.isPublished(day.year))) return null
  return { ...office, openDays: week.filter(day => calendar.isWorkingDay(day)).map(day => day.dayOfWeek) }
}

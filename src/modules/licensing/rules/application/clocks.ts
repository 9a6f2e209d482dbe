import { type Citation, cite } from '#kernel/citation'
import type { Result } from '#kernel/refusal'
import { addWorkingDays, type HolidayCalendar, type WorkingDayRefusal, workingDaysBetween } from '#kernel/working-days'
import type { ApplicationState } from './moves.ts'

/** Days of the limits, from policy; all working days (XK 82). */
export interface ClockPolicy {
  readonly correctionDays: number
  readonly correctionAnswerDays: number
  readonly promisedDays: number
  readonly extensionDays: number
  readonly statementDays: number
  readonly hearingRequestDays: number
  readonly serveDays: number
  readonly soonDays: number
}

export type ClockKind = 'accept' | 'correctionAnswer' | 'decide' | 'expiry' | 'confirm' | 'serve'

/** The dates of an application that its limits count from. */
export interface ClockDates {
  readonly state: ApplicationState
  readonly receivedOn: Temporal.PlainDate
  readonly correctionAskedOn: Temporal.PlainDate | null
  readonly acceptedOn: Temporal.PlainDate | null
  readonly extended: boolean
  readonly decidedOn: Temporal.PlainDate | null
  /** Last day of the licence if the application was timely: silence until then grants (XK 50). */
  readonly deemedAfter: Temporal.PlainDate | null
}

/** The limit that presses most now (期限). `dueOn` null: it falls into a year whose holidays are not published. */
export interface RunningClock {
  readonly kind: ClockKind
  readonly dueOn: Temporal.PlainDate | null
  readonly unpublishedYear: number | null
}

export const clockFacts: Readonly<Record<ClockKind, { zh: string; en: string; basis: readonly Citation[] }>> = {
  accept: {
    zh: '受理或者告知补正',
    en: 'Accept or ask for corrections',
    basis: [cite('XK', 32, { paragraph: 1, item: 4 })],
  },
  correctionAnswer: { zh: '申请人补正', en: 'Corrections by the applicant', basis: [cite('XK', 32)] },
  decide: { zh: '作出决定', en: 'Decide', basis: [cite('S205', 46), cite('XK', 42, { paragraph: 1 })] },
  expiry: {
    zh: '届满前作出决定，逾期视为准予',
    en: 'Decide before expiry, or it is deemed granted',
    basis: [cite('XK', 50, { paragraph: 2 })],
  },
  confirm: {
    zh: '确认视为准予延续',
    en: 'Confirm the deemed renewal',
    basis: [cite('XK', 50, { paragraph: 2 }), cite('XK', 44)],
  },
  serve: { zh: '送达', en: 'Serve', basis: [cite('XK', 44)] },
}

interface Setting {
  readonly policy: ClockPolicy
  readonly calendar: HolidayCalendar
}

/** The running clock of an application; undefined when nothing runs any more. Site checks do not stop it (XK 45). */
export function runningClock(dates: ClockDates, setting: Setting): RunningClock | undefined {
  switch (dates.state) {
    case 'submitted':
      return sooner(limit('accept', dates.receivedOn, [setting.policy.correctionDays, setting]), dates.deemedAfter)
    case 'correctionRequested':
      return limit('correctionAnswer', dates.correctionAskedOn ?? dates.receivedOn, [
        setting.policy.correctionAnswerDays,
        setting,
      ])
    case 'accepted':
    case 'reviewing':
    case 'extended':
    case 'siteCheck':
    case 'hearing':
    case 'heardStatement':
    case 'cosigning':
    case 'proposed':
      return sooner(
        limit('decide', dates.acceptedOn ?? dates.receivedOn, [decisionDays(dates, setting.policy), setting]),
        dates.deemedAfter,
      )
    case 'deemedGranted':
      return limit('confirm', dates.decidedOn ?? dates.receivedOn, [setting.policy.serveDays, setting])
    case 'granted':
    case 'denied':
    case 'serving':
      return limit('serve', dates.decidedOn ?? dates.receivedOn, [setting.policy.serveDays, setting])
    default:
      return undefined
  }
}

const decisionDays = (dates: ClockDates, policy: ClockPolicy): number =>
  policy.promisedDays + (dates.extended ? policy.extensionDays : 0)

/** Day 0 is the day of the event. */
function limit(kind: ClockKind, start: Temporal.PlainDate, [days, { calendar }]: [number, Setting]): RunningClock {
  const due = addWorkingDays(calendar, start, days)
  if (due.ok) return { kind, dueOn: due.value, unpublishedYear: null }
  const { year } = due.details ?? {}
  return { kind, dueOn: null, unpublishedYear: Number(year) }
}

/** Expiry needs no holiday calendar, so it also stands in for a limit that cannot be counted yet. */
function sooner(clock: RunningClock, deemedAfter: Temporal.PlainDate | null): RunningClock {
  if (deemedAfter === null) return clock
  if (clock.dueOn !== null && Temporal.PlainDate.compare(clock.dueOn, deemedAfter) <= 0) return clock
  return { kind: 'expiry', dueOn: deemedAfter, unpublishedYear: clock.unpublishedYear }
}

export type Tone = 'calm' | 'soon' | 'overdue'

/** How pressing a due day is: working days left (0 = due today, negative = past) and the tone of the work list. */
export function pressure(
  dueOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
  { policy, calendar }: Setting,
): Result<{ readonly workingDaysLeft: number; readonly tone: Tone }, WorkingDayRefusal> {
  const left = workingDaysBetween(calendar, today, dueOn)
  if (!left.ok) return left
  // Over a weekend no working day is lost, but the due day itself is past: the date decides, not the count.
  const past = Temporal.PlainDate.compare(today, dueOn) > 0
  const tone = past ? 'overdue' : left.value <= policy.soonDays ? 'soon' : 'calm'
  return { ok: true, value: { workingDaysLeft: past ? Math.min(left.value, -1) : left.value, tone } }
}

/** Whether today is one of the alarm days (T-10, T-5, T-2 working days before expiry) or lies between it and expiry. */
export function alarmsDue(
  deemedAfter: Temporal.PlainDate,
  today: Temporal.PlainDate,
  { calendar, days }: { calendar: HolidayCalendar; days: readonly number[] },
): readonly number[] {
  if (Temporal.PlainDate.compare(today, deemedAfter) > 0) return []
  return days.filter(n => {
    const on = addWorkingDays(calendar, deemedAfter, -n)
    // Better once too early than never: with an unpublished year the alarm counts calendar days.
    const day = on.ok ? on.value : deemedAfter.subtract({ days: n + 4 })
    return Temporal.PlainDate.compare(today, day) >= 0
  })
}

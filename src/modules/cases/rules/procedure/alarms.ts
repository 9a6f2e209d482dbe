import type { Moment } from '#kernel/dates'
import type { Clock } from './case-file.ts'
import { clockRule } from './clocks.ts'

/** 期限提醒: how long before its end a limit is called out, the longest first. */
export interface AlarmSteps {
  readonly days: readonly number[]
  /** For clocks that the law counts in hours. */
  readonly hours: readonly number[]
}

export interface ClockAlarm {
  readonly kind: string
  readonly startedOn: string
  readonly dueOn: string
  /** `10d`, `4h`, or `late`. */
  readonly level: string
}

/**
 * What is to be called out now: of each running clock the most pressing step it has reached. A clock that began within a step does not
 * call it out: seven days are not “ten days left”. The party's own time is no limit on the bureau and calls nobody.
 */
export const alarmsOf = (clocks: readonly Clock[], at: Moment, steps: AlarmSteps): readonly ClockAlarm[] =>
  clocks.flatMap(clock => {
    if (clock.state !== 'running' || clockRule(clock.kind).whose === 'wait') return []
    const level = clock.dueAt === undefined ? dayLevel(clock, at.today, steps.days) : hourLevel(clock.dueAt, at, steps)
    return level === undefined ? [] : [{ kind: clock.kind, startedOn: clock.startedOn, dueOn: clock.dueOn, level }]
  })

function dayLevel(
  { startedOn, dueOn }: Pick<Clock, 'startedOn' | 'dueOn'>,
  today: Temporal.PlainDate,
  days: readonly number[],
): string | undefined {
  const left = today.until(dueOn, { largestUnit: 'day' }).days
  if (left < 0) return 'late'
  const whole = Temporal.PlainDate.from(startedOn).until(dueOn, { largestUnit: 'day' }).days
  const reached = days.filter(day => left <= day && whole > day)
  return reached.length === 0 ? undefined : `${Math.min(...reached)}d`
}

function hourLevel(dueAt: string, { instant }: Moment, { hours }: AlarmSteps): string | undefined {
  const left = Temporal.Instant.from(dueAt).epochMilliseconds - instant.epochMilliseconds
  if (left < 0) return 'late'
  const reached = hours.filter(hour => left <= hour * 3_600_000)
  return reached.length === 0 ? undefined : `${Math.min(...reached)}h`
}

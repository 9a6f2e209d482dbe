import { type CronItem, type ParsedCronItem, parseCronItem, parseCronItems } from 'graphile-worker'

/** A job that comes by the clock. */
export interface Schedule {
  /** The name of the job. */
  readonly job: string
  /** Crontab in Chinese time: `30 2 * * *` is 02:30 each night in Enping. */
  readonly match: string
  readonly payload?: Readonly<Record<string, unknown>>
}

type Digest = Parameters<ParsedCronItem['match']>[0]

/** For the library, which counts in UTC. A time missed by up to an hour (server down) is made up for, once. */
export function cronItemsOf(schedules: readonly Schedule[]): ParsedCronItem[] {
  return parseCronItems(
    schedules.map(({ job, match, payload }): CronItem => {
      const inner = parseCronItem({ task: job, match })
      return {
        task: job,
        identifier: `${job} ${match}`,
        match: digest => inner.match(toChina(digest)),
        options: { backfillPeriod: 3_600_000, maxAttempts: 5, jobKey: `schedule ${job} ${match}` },
        ...(payload === undefined ? {} : { payload }),
      }
    }),
  )
}

/** The same minute on a clock in China, eight hours ahead and without summer time. */
export function toChina(utc: Digest, year = Temporal.Now.plainDateISO('UTC').year): Digest {
  const hour = utc.hour + 8
  if (hour < 24) return { ...utc, hour }
  const next = Temporal.PlainDate.from({ year, month: utc.month, day: utc.date }).add({ days: 1 })
  return { ...utc, hour: hour - 24, date: next.day, month: next.month, dow: (utc.dow + 1) % 7 }
}

import type { HolidayCalendar } from '#kernel/working-days'
import type { MarketEvent } from './event.ts'
import type { HotspotPolicy } from './policy.ts'

/** 高峰: how often something happens at such a time, against the average of all days. */
export interface Peak {
  readonly by: 'month' | 'hour' | 'holiday'
  readonly name: string
  readonly events: number
  /** 1 = as on average. */
  readonly ratio: number
  /** 95 % of the ratio (Poisson, by the square root). A peak is one only when the lower end is over 1. */
  readonly between: readonly [number, number]
}

/** Peaks by season, hour and holiday over the days from the first event to `asOf`; alerts are left out. */
export function peaksOf(
  events: readonly MarketEvent[],
  asked: { readonly asOf: Temporal.PlainDate; readonly calendar: HolidayCalendar; readonly policy: HotspotPolicy },
): Peak[] {
  const real = events.filter(({ kind }) => kind !== 'alert')
  const since = real.map(({ day }) => day).toSorted(Temporal.PlainDate.compare)[0]
  if (since === undefined) return []
  const length = since.until(asked.asOf, { largestUnit: 'days' }).days + 1
  const days = Array.from({ length }, (_, n) => since.add({ days: n }))
  const daily = (by: 'month' | 'holiday', nameOf: (day: Temporal.PlainDate) => string): Peak[] => {
    const exposed = Map.groupBy(days, nameOf)
    const happened = Map.groupBy(real, ({ day }) => nameOf(day))
    return [...exposed].map(([name, at]) =>
      peakOf({ by, name, events: happened.get(name)?.length ?? 0 }, (real.length * at.length) / length),
    )
  }
  const timed = real.filter(({ hour }) => hour !== undefined)
  const { blockHours } = asked.policy
  const blocks = Array.from({ length: Math.ceil(24 / blockHours) }, (_, block) => {
    const count = timed.filter(({ hour }) => Math.floor((hour ?? 0) / blockHours) === block).length
    const name = `${block * blockHours}–${Math.min(24, (block + 1) * blockHours)} 时`
    return peakOf({ by: 'hour', name, events: count }, timed.length / Math.ceil(24 / blockHours))
  })
  const kinds = holidayKinds(asked.calendar, asked.policy.holidayNearDays)
  return [...daily('month', day => `${day.month} 月`), ...daily('holiday', kinds), ...blocks].filter(({ ratio }) =>
    Number.isFinite(ratio),
  )
}

function peakOf(peak: Pick<Peak, 'by' | 'name' | 'events'>, expected: number): Peak {
  const low = Math.max(0, Math.sqrt(peak.events) - 0.98) ** 2
  const high = (Math.sqrt(peak.events + 1) + 0.98) ** 2
  return { ...peak, ratio: peak.events / expected, between: [low / expected, high / expected] }
}

/** 节前, 放假 or 平日: a run of free days with a free weekday in it is a holiday. Years without a notice are 平日. */
function holidayKinds(calendar: HolidayCalendar, near: number): (day: Temporal.PlainDate) => string {
  const free = (day: Temporal.PlainDate) => calendar.isPublished(day.year) && !calendar.isWorkingDay(day)
  const official = (day: Temporal.PlainDate) => free(day) && day.dayOfWeek <= 5
  const holiday = (day: Temporal.PlainDate) =>
    official(day) ||
    (free(day) && [-2, -1, 1, 2].some(n => official(day.add({ days: n })) && free(day.add({ days: Math.sign(n) }))))
  return day => {
    if (holiday(day)) return '放假'
    return Array.from({ length: near }, (_, n) => day.add({ days: n + 1 })).some(holiday) ? `节前 ${near} 日` : '平日'
  }
}

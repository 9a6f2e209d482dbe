/** Days of the market as whole numbers since 1970-01-01, and moments as seconds: a decade of both fits into 32 bits. */
export const dayOf = (date: Temporal.PlainDate): number =>
  Math.round(date.toZonedDateTime('UTC').epochMilliseconds / 86_400_000)

export const dayOfIso = (iso: string): number => dayOf(Temporal.PlainDate.from(iso))
export const isoOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

/** 0 is Monday. */
export const weekdayOf = (day: number): number => (day + 3) % 7

/** Seconds since 1970 of an hour (9.5 is half past nine) of a day in China. */
export const secondOf = (day: number, hour: number): number => day * 86_400 - 28_800 + Math.floor(hour * 3600)

/** 2026-11-20T09:30:00+08:00 */
export const stampOf = (second: number): string =>
  `${new Date((second + 28_800) * 1000).toISOString().slice(0, 19)}+08:00`

/** 春节 and 中秋 by the lunar calendar. */
const springFestivals =
  '2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-03 2031-01-23'
const midAutumns = '2023-09-29 2024-09-17 2025-10-06 2026-09-25 2027-09-15 2028-10-03 2029-09-22 2030-09-12 2031-10-01'
const springs = springFestivals.split(' ').map(dayOfIso)
const autumns = midAutumns.split(' ').map(dayOfIso)

/** How far a day lies after the nearest of these days (negative: before it). */
function fromNearest(days: readonly number[], day: number): number {
  let least = Number.POSITIVE_INFINITY
  for (const one of days) if (Math.abs(day - one) < Math.abs(least)) least = day - one
  return least
}

const nationalDay = (day: number): number => {
  const date = new Date(day * 86_400_000)
  return day - Math.round(Date.UTC(date.getUTCFullYear(), 9, 1) / 86_400_000)
}

/** What shops order on a day beside an ordinary one: stores are filled before a festival and empty slowly after it. */
export function orderSeason(day: number): number {
  const spring = fromNearest(springs, day)
  const autumn = fromNearest(autumns, day)
  const national = nationalDay(day)
  let factor = 1
  if (spring >= -28 && spring < 0) factor *= 1.25 + 0.6 * (1 - Math.abs(spring + 10) / 18)
  if (spring >= 0 && spring < 21) factor *= 0.62 + 0.018 * spring
  if (autumn >= -14 && autumn <= 0) factor *= 1.28
  if (national >= -7 && national <= 2) factor *= 1.18
  return factor
}

/** What is smoked and given: later than the orders, flatter. */
export function saleSeason(day: number): number {
  const spring = fromNearest(springs, day)
  const autumn = fromNearest(autumns, day)
  const national = nationalDay(day)
  const weekend = weekdayOf(day) >= 5 ? 1.12 : 0.95
  const feast = spring >= -9 && spring <= 9 ? 1.7 : 1
  return weekend * feast * (autumn >= -5 && autumn <= 1 ? 1.25 : 1) * (national >= 0 && national <= 6 ? 1.15 : 1)
}

/** 不订货: the days of the long holidays. */
export function noOrders(day: number): boolean {
  const spring = fromNearest(springs, day)
  const national = nationalDay(day)
  return weekdayOf(day) >= 5 || (spring >= -1 && spring <= 6) || (national >= 0 && national <= 3)
}

/** From when to when a shop, measured inside at any time, traded in the surroundings; `until` null = still. */
export interface Stay {
  readonly since: string
  readonly until: string | null
}

export interface TrendPoint {
  /** `2026-11`. */
  readonly month: string
  readonly inside: number
  /** Left in the month. */
  readonly left: number
}

/** 逐月归零: shops inside at the end of each month, the current one as of today; oldest first. */
export function trendOf(stays: readonly Stay[], today: Temporal.PlainDate, months: number): readonly TrendPoint[] {
  const now = today.toPlainYearMonth()
  return Array.from({ length: months }, (_, n) => now.subtract({ months: months - 1 - n })).map(month => {
    const last = month.toPlainDate({ day: month.daysInMonth }).toString()
    const end = [last, today.toString()].toSorted()[0] ?? last
    const name = month.toString()
    return {
      month: name,
      inside: stays.filter(({ since, until }) => since <= end && (until === null || until > end)).length,
      left: stays.filter(({ until }) => until?.startsWith(name) && until <= end).length,
    }
  })
}

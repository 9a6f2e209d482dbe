import type { Static } from 'typebox'
import type { HotspotsView } from '#contract/monitoring'

export type HotspotsData = Static<typeof HotspotsView>

/** 热点钟: how hot each weekday is in each block of hours, the hottest 1; hours in their order. */
export function clockOf(rows: HotspotsData['rows']): {
  readonly hours: readonly number[]
  readonly heat: readonly (readonly number[])[]
} {
  const hours = [...new Set(rows.map(({ hourFrom }) => hourFrom))].toSorted((a, b) => a - b)
  const sums = [1, 2, 3, 4, 5, 6, 7].map(weekday =>
    hours.map(hour =>
      rows.filter(row => row.weekday === weekday && row.hourFrom === hour).reduce((sum, { score }) => sum + score, 0),
    ),
  )
  const most = Math.max(...sums.flat(), 0)
  return { hours, heat: sums.map(day => day.map(sum => (most === 0 ? 0 : sum / most))) }
}

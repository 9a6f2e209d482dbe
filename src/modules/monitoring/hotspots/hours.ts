import type { MarketEvent } from './event.ts'
import type { HotspotPolicy } from './policy.ts'

export const blocksOf = ({ blockHours }: HotspotPolicy): number => Math.ceil(24 / blockHours)

/** How much of an event falls into a block; one without an hour is spread over the whole day. Midnight joins the last block and the first. */
export function blockShare(hour: number | undefined, block: number, policy: HotspotPolicy): number {
  const blocks = blocksOf(policy)
  if (hour === undefined) return 1 / blocks
  const own = Math.floor(hour / policy.blockHours)
  const apart = Math.min((block - own + blocks) % blocks, (own - block + blocks) % blocks)
  return apart === 0 ? 1 : apart === 1 ? policy.nextBlock : 0
}

/** The hours of the county's events, with one event in each block beforehand: no hour is impossible. */
export function hoursOf(events: readonly MarketEvent[], day: Temporal.PlainDate, policy: HotspotPolicy): Float64Array {
  const counts = new Float64Array(blocksOf(policy)).fill(1)
  for (const event of events) {
    if (event.hour === undefined || event.kind === 'alert') continue
    const block = Math.floor(event.hour / policy.blockHours)
    counts[block] = (counts[block] ?? 0) + (event.day.dayOfWeek === day.dayOfWeek ? 1 : policy.otherWeekday)
  }
  const all = counts.reduce((sum, count) => sum + count, 0)
  return counts.map(count => count / all)
}

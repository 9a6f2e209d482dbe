import { cellToLatLng, gridDisk } from 'h3-js'
import { distanceMetres } from '#kernel/position'
import type { MarketEvent } from './event.ts'
import type { EventKind, HotspotPolicy } from './policy.ts'

/** How hot one cell is in one block of hours, and through which kinds of event. */
export interface Heat {
  readonly cell: string
  readonly block: number
  readonly heat: number
  readonly by: Readonly<Partial<Record<EventKind, number>>>
}

/**
 * The heat of a day from what happened before it: every event warms the cells around it (a bell of `spreadKm`), its own hours and
 * a little the neighbouring ones, its own weekday most, and less with every day that has passed.
 */
export function forecast(events: readonly MarketEvent[], day: Temporal.PlainDate, policy: HotspotPolicy): Heat[] {
  const heats = new Map<string, { cell: string; block: number; heat: number; by: Partial<Record<EventKind, number>> }>()
  const blocks = blocksOf(policy)
  for (const event of events) {
    if (event.cell === undefined || Temporal.PlainDate.compare(event.day, day) >= 0) continue
    const age = event.day.until(day, { largestUnit: 'days' }).days
    const weekday = event.day.dayOfWeek === day.dayOfWeek ? 1 : policy.otherWeekday
    const weight = policy.weights[event.kind] * weekday * Math.exp(-age / policy.decayDays)
    for (const { cell, share } of around(event.cell, policy))
      for (let block = 0; block < blocks; block += 1) {
        const added = weight * share * blockShare(event.hour, block, policy)
        if (added === 0) continue
        const key = `${cell}${block}`
        const known = heats.get(key) ?? { cell, block, heat: 0, by: {} }
        known.heat += added
        known.by[event.kind] = (known.by[event.kind] ?? 0) + added
        heats.set(key, known)
      }
  }
  return [...heats.values()].toSorted(
    (a, b) => b.heat - a.heat || (a.cell < b.cell ? -1 : a.cell > b.cell ? 1 : a.block - b.block),
  )
}

export const blocksOf = ({ blockHours }: HotspotPolicy): number => Math.ceil(24 / blockHours)

/** How much of an event falls into a block; one without an hour is spread over the whole day. Midnight joins the last block and the first. */
export function blockShare(hour: number | undefined, block: number, policy: HotspotPolicy): number {
  const blocks = blocksOf(policy)
  if (hour === undefined) return 1 / blocks
  const own = Math.floor(hour / policy.blockHours)
  const apart = Math.min((block - own + blocks) % blocks, (own - block + blocks) % blocks)
  return apart === 0 ? 1 : apart === 1 ? policy.nextBlock : 0
}

const rings = new Map<string, readonly { cell: string; share: number }[]>()

function around(centre: string, { spreadKm }: HotspotPolicy): readonly { cell: string; share: number }[] {
  const key = `${centre} ${spreadKm}`
  const known = rings.get(key)
  if (known !== undefined) return known
  const from = place(centre)
  const made = gridDisk(centre, 2).map(cell => ({
    cell,
    share: Math.exp(-0.5 * (distanceMetres(from, place(cell)) / 1000 / spreadKm) ** 2),
  }))
  rings.set(key, made)
  return made
}

const place = (cell: string) => {
  const [lat, lng] = cellToLatLng(cell)
  return { lng, lat }
}

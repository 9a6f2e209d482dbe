import { around } from './around.ts'
import type { MarketEvent } from './event.ts'
import { blockShare, blocksOf, hoursOf } from './hours.ts'
import type { EventKind, HotspotPolicy } from './policy.ts'

/** How hot one cell is in one block of hours on one day, and through which kinds of event. */
export interface Heat {
  readonly cell: string
  readonly block: number
  /** Weighted by how much each kind of event means: the order in which to look. */
  readonly heat: number
  /** How many events to expect, alerts not counted. */
  readonly expected: number
  readonly by: Readonly<Partial<Record<EventKind, number>>>
}

interface Warm {
  /** By block of hours, each event in its own hours. */
  readonly own: Float64Array
  readonly ownExpected: Float64Array
  /** The whole day: spread over the hours as the county's events are. */
  heat: number
  expected: number
  by: Partial<Record<EventKind, number>>
}

/**
 * What to expect of a day from what happened before it. Every event warms the cells around it (a bell of `spreadKm`), quickly
 * forgotten and slowly forgotten in halves. Its own hours are few and say little, so they are drawn towards the hours of all
 * events of the county; and a part of all is expected wherever shops are, however quiet it was there. `shops`: how many stand in each cell.
 */
export function forecast(
  events: readonly MarketEvent[],
  day: Temporal.PlainDate,
  policy: HotspotPolicy,
  shops: ReadonlyMap<string, number> = new Map(),
): Heat[] {
  const blocks = blocksOf(policy)
  const before = events.filter(
    event => event.cell !== undefined && Temporal.PlainDate.compare(event.day, day) < 0,
  ) as readonly (MarketEvent & { readonly cell: string })[]
  const cells = new Map<string, Warm>()
  const warm = (cell: string): Warm => {
    const known = cells.get(cell) ?? emptyCell(blocks)
    cells.set(cell, known)
    return known
  }
  let all = { heat: 0, expected: 0 }
  const weights = weightsOf(before, day, policy)
  for (const event of before) {
    const rate = rateOf(event, day, policy)
    const [heat, expected] = [rate * weights[event.kind], event.kind === 'alert' ? 0 : rate]
    all = { heat: all.heat + heat, expected: all.expected + expected }
    const kept = shops.size === 0 ? 1 : 1 - policy.shopShare
    for (const { cell, share } of around(event.cell, policy))
      add(warm(cell), event, { heat: kept * heat * share, expected: kept * expected * share }, policy)
  }
  const total = [...shops.values()].reduce((sum, count) => sum + count, 0)
  for (const [cell, count] of shops) {
    const place = warm(cell)
    place.heat += (policy.shopShare * all.heat * count) / total
    place.expected += (policy.shopShare * all.expected * count) / total
  }
  return spreadOverHours(cells, hoursOf(before, day, policy)).toSorted(
    (a, b) => b.heat - a.heat || (a.cell < b.cell ? -1 : a.cell > b.cell ? 1 : a.block - b.block),
  )
}

/** Alerts come by the hundred and confirm nothing: together they weigh at most their share of everything else. */
function weightsOf(
  events: readonly MarketEvent[],
  day: Temporal.PlainDate,
  policy: HotspotPolicy,
): Readonly<Record<EventKind, number>> {
  const sum = (alerts: boolean): number =>
    events
      .filter(({ kind }) => (kind === 'alert') === alerts)
      .reduce((all, event) => all + rateOf(event, day, policy) * (alerts ? 1 : policy.weights[event.kind]), 0)
  const [raised, real] = [sum(true), sum(false)]
  const { alert } = policy.weights
  return { ...policy.weights, alert: raised === 0 || real === 0 ? alert : alert * Math.min(1, real / raised) }
}

const emptyCell = (blocks: number): Warm => ({
  own: new Float64Array(blocks),
  ownExpected: new Float64Array(blocks),
  heat: 0,
  expected: 0,
  by: {},
})

/** Events a day that this one stands for: half forgotten quickly, half slowly; another weekday counts a little less. */
function rateOf(event: MarketEvent, day: Temporal.PlainDate, policy: HotspotPolicy): number {
  const age = event.day.until(day, { largestUnit: 'days' }).days
  const fading = (days: number): number => Math.exp(-age / days) / days
  const weekday = event.day.dayOfWeek === day.dayOfWeek ? 1 : policy.otherWeekday
  return (weekday / ((1 + 6 * policy.otherWeekday) / 7)) * 0.5 * (fading(policy.decayDays) + fading(policy.slowDays))
}

function add(
  place: Warm,
  { kind, hour }: MarketEvent,
  { heat, expected }: { readonly heat: number; readonly expected: number },
  policy: HotspotPolicy,
): void {
  const own = hour === undefined ? 0 : policy.ownHours
  place.heat += (1 - own) * heat
  place.expected += (1 - own) * expected
  place.by[kind] = (place.by[kind] ?? 0) + heat
  if (own === 0) return
  place.own.forEach((_, block) => {
    const share = blockShare(hour, block, policy) / (1 + 2 * policy.nextBlock)
    place.own[block] = (place.own[block] ?? 0) + own * heat * share
    place.ownExpected[block] = (place.ownExpected[block] ?? 0) + own * expected * share
  })
}

const spreadOverHours = (cells: ReadonlyMap<string, Warm>, hours: Float64Array): Heat[] =>
  [...cells].flatMap(([cell, { own, ownExpected, heat, expected, by }]) =>
    Array.from(hours, (share, block) => ({
      cell,
      block,
      heat: heat * share + (own[block] ?? 0),
      expected: expected * share + (ownExpected[block] ?? 0),
      by,
    })),
  )

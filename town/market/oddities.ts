import type { Chance } from '../chance.ts'
import { metresBetween } from '../places.ts'
import { at, someOf } from './draws.ts'
import type { Change, Oddity } from './plot.ts'
import type { MarketShop } from './shops.ts'

interface Span {
  readonly first: number
  readonly last: number
}

type Factors = Change['factors']
const all = (factor: number): Factors => [factor, factor, factor, factor, factor]

/** Honest events of two years: weddings, a new factory, roads closed for repair, sister shops, renovations. */
export function oddities(shops: readonly MarketShop[], { first, last }: Span, chance: Chance): readonly Oddity[] {
  const open = shops.filter(({ line, closes }) => line.status === 'valid' && closes > last)
  const day = () => chance.int(first + 10, last - 10)
  const weddings = someOf(open, 420, chance).map(shop => {
    const from = day()
    const factors: Factors = [2 + 3 * chance.next(), 1.5 + chance.next(), 1.1, 1, 1]
    return event('wedding', [shop], { from, to: from + chance.int(6, 12) }, factors)
  })
  const renovations = someOf(open, 90, chance).map(shop => {
    const from = day()
    return event('renovation', [shop], { from, to: from + chance.int(14, 60) }, all(0))
  })
  const factories = [0, 1].map(() => {
    const centre = chance.pick(open)
    const near = open.filter(({ line }) => metresBetween(line.place, centre.line.place) < 1500)
    return event(
      'factory',
      near,
      { from: chance.int(first + 150, last - 60), to: last + 999 },
      [1.2, 1.3, 1.7, 1.5, 1.2],
    )
  })
  return [
    ...weddings,
    ...renovations,
    ...factories,
    ...roads(open, { first, last }, chance),
    ...sisters(open, day, chance),
  ]
}

/** A town cut off for two weeks orders little, then makes up for it. */
function roads(open: readonly MarketShop[], { first, last }: Span, chance: Chance): Oddity[] {
  return ['440785107', '440785106'].map((area, index) => {
    const cut = open.filter(({ line }) => line.areaCode === area)
    const from = index === 0 ? last - chance.int(40, 70) : chance.int(first + 60, last - 90)
    const closed = event('closedRoad', cut, { from, to: from + 13 }, all(0.25))
    const after = event('closedRoad', cut, { from: from + 14, to: from + 22 }, all(2.1))
    return { ...closed, to: after.to, changes: [...closed.changes, ...after.changes] }
  })
}

/** One person's two shops: what the closed one would have ordered the other orders for it. */
function sisters(open: readonly MarketShop[], day: () => number, chance: Chance): Oddity[] {
  const owners = [...Map.groupBy(open, ({ line }) => line.operatorIdNo).values()].filter(({ length }) => length > 1)
  return owners
    .filter(() => chance.often(0.6))
    .map(pair => {
      const [closed, other] = [at(pair, 0), at(pair, 1)]
      const from = day()
      const span = { from, to: from + chance.int(20, 70) }
      const more = 1 + Math.min(2, closed.volume / other.volume)
      return {
        ...event('sisterShop', [closed, other], span, all(0)),
        changes: [
          { shop: closed.index, ...span, factors: all(0.1), share: 1 },
          { shop: other.index, ...span, factors: all(more), share: 1 },
        ],
      }
    })
}

function event(
  kind: Oddity['kind'],
  shops: readonly MarketShop[],
  span: { readonly from: number; readonly to: number },
  factors: Factors,
): Oddity {
  return { kind, shops, ...span, changes: shops.map(({ index }) => ({ shop: index, ...span, factors, share: 1 })) }
}

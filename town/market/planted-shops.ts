import type { Chance } from '../chance.ts'
import { at, hashLike, someOf } from './draws.ts'
import type { Change, PlantedShop, Strength } from './plot.ts'
import type { MarketShop } from './shops.ts'

/** Shares of the open shops; together about four in a hundred, a part of them over or not yet begun on a given day. */
const share = { diverter: 0.02, illegalSeller: 0.012 }
const rings = 6

const strengths: readonly (readonly [number, Strength])[] = [
  [35, 1],
  [40, 2],
  [25, 3],
]

interface Span {
  readonly first: number
  readonly last: number
}

export function plantShops(shops: readonly MarketShop[], { first, last }: Span, chance: Chance): PlantedShop[] {
  // The personas (serials up to 100) are as their story says.
  const able = shops.filter(
    ({ line, closes, opens }) =>
      line.status === 'valid' && closes > last && opens < last - 120 && Number(line.licenceNo.slice(7)) > 100,
  )
  const left = someOf(able, able.length, chance)
  const take = (count: number) => left.splice(0, count)
  const time = () => {
    const from = chance.int(first - 60, last - 45)
    return { from, to: chance.often(0.62) ? last + 400 : Math.min(last - 1, from + chance.int(60, 400)) }
  }
  const alone = (kind: 'diverter' | 'illegalSeller') =>
    take(Math.round(able.length * share[kind])).map(
      (shop): PlantedShop => ({ kind, shop, strength: chance.weighted(strengths), ...time() }),
    )
  return [
    ...alone('diverter'),
    ...alone('illegalSeller'),
    ...Array.from({ length: rings }, (_, index) => ringOf(index, { left, span: time() }, chance)).flat(),
  ]
}

/** 代订 ring: an organiser and shops near it, ordering for somebody else's market. */
function ringOf(index: number, at_: { left: MarketShop[]; span: { from: number; to: number } }, chance: Chance) {
  const { left, span } = at_
  const [organiser] = left
  // A county of a few shops has no room for rings.
  if (organiser === undefined) return []
  const near = left.filter(({ line }) => line.areaCode === organiser.line.areaCode).slice(0, chance.int(4, 8))
  for (const shop of near) left.splice(left.indexOf(shop), 1)
  const strength: Strength = at([1, 2, 2, 3, 1, 3] as const, index)
  const device = chance.often(0.5) ? organiser.line.orderDeviceHash : hashLike(chance)
  const ring = { name: `R${index + 1}`, device, point: organiser.deliveryPoint }
  return near.map((shop): PlantedShop => ({ kind: 'ring', shop, strength, ...span, ring }))
}

/** Diverters order dear and wanted goods over what they sell; sellers of illegal goods order less than they sell. */
export function changesOf({ kind, shop, strength, from, to }: PlantedShop): Change {
  const more = at([1.35, 1.8, 2.7], strength - 1)
  const some = at([1.05, 1.15, 1.3], strength - 1)
  const less = at([0.85, 0.7, 0.5], strength - 1)
  const days = { shop: shop.index, from, to }
  if (kind === 'illegalSeller') return { ...days, factors: [less, less, less, 1, 1], share: 0.9 }
  return { ...days, factors: [more, more, some, 1, 1], share: at([0.45, 0.6, 0.7], strength - 1) }
}

/** How often the ring's telephone and place are used instead of the shop's own. */
export const ringShare = (strength: Strength): number => at([0.3, 0.6, 0.9], strength - 1)

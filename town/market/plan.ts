import { chanceOf } from '../chance.ts'
import type { County } from '../county.ts'
import { dayOf } from './days.ts'
import { oddities } from './oddities.ts'
import { changesOf, plantShops } from './planted-shops.ts'
import { type Change, type Oddity, type PlantedOn, type PlantedShop, plantedOn } from './plot.ts'
import { type MarketShop, marketShops } from './shops.ts'
import { makeSkus, type Sku } from './skus.ts'

/** Two years; the last day is yesterday. */
export const historyDays = 730

/** Everything that is decided before the first line is written. */
export interface MarketPlan {
  readonly seed: number | string
  /** First and last day of the history; the large files begin at `windowFrom`, the orders at `ordersFrom`. */
  readonly first: number
  readonly last: number
  readonly windowFrom: number
  readonly ordersFrom: number
  readonly skus: readonly Sku[]
  readonly shops: readonly MarketShop[]
  readonly planted: readonly PlantedShop[]
  readonly plantedOn: PlantedOn
  readonly oddities: readonly Oddity[]
  /** By shop. */
  readonly changes: ReadonlyMap<number, readonly Change[]>
}

export interface Spans {
  /** Days of the large files, at most two years; visits, finds, clues and cases always tell two years. */
  readonly days: number
  /** Of the orders, where more of them are wanted: from these a model learns what came before a visit. */
  readonly orderDays?: number | undefined
}

export function planMarket(made: County, seed: number | string, { days, orderDays = days }: Spans): MarketPlan {
  const last = dayOf(made.today) - 1
  const first = last - historyDays + 1
  const skus = makeSkus(chanceOf(`${seed}/market/skus`), first, last)
  const shops = marketShops(made, skus, seed)
  const planted = plantShops(shops, { first, last }, chanceOf(`${seed}/market/planted`))
  const odd = oddities(shops, { first, last }, chanceOf(`${seed}/market/oddities`))
  const changes = [...planted.map(changesOf), ...odd.flatMap(one => one.changes)]
  return {
    seed,
    first,
    last,
    windowFrom: Math.max(first, last - days + 1),
    ordersFrom: Math.max(first, last - orderDays + 1),
    skus,
    shops,
    planted,
    plantedOn: plantedOn(planted),
    oddities: odd,
    changes: Map.groupBy(changes, ({ shop }) => shop),
  }
}

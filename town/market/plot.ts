import type { MarketShop } from './shops.ts'

/** How loud a planted behaviour is: 1 hides in the noise, 3 can be seen by who looks. */
export type Strength = 1 | 2 | 3

/** 埋设: what a shop does that its licence does not allow. Only the truth file and the generator know. */
export interface PlantedShop {
  readonly kind: 'diverter' | 'ring' | 'illegalSeller'
  readonly shop: MarketShop
  readonly strength: Strength
  readonly from: number
  readonly to: number
  /** Ring only: its name, the telephone that orders for all, where the goods are left. */
  readonly ring?: { readonly name: string; readonly device: string; readonly point: string }
}

/** A change of what one shop orders between two days, planted or honest. */
export interface Change {
  readonly shop: number
  readonly from: number
  readonly to: number
  /** On what is ordered, by price class 1 to 5. */
  readonly factors: readonly [number, number, number, number, number]
  /** Share of the weeks in which it happens. */
  readonly share: number
}

/** 奇事: honest, and strange to look at. */
export interface Oddity {
  readonly kind: 'wedding' | 'factory' | 'closedRoad' | 'sisterShop' | 'renovation'
  readonly shops: readonly MarketShop[]
  readonly from: number
  readonly to: number
  readonly changes: readonly Change[]
}

/** The behaviour planted in a shop on a day. */
export type PlantedOn = (shop: number, day: number) => PlantedShop | undefined

export function plantedOn(planted: readonly PlantedShop[]): PlantedOn {
  const byShop = new Map(planted.map(one => [one.shop.index, one]))
  return (shop, day) => {
    const one = byShop.get(shop)
    return one && day >= one.from && day <= one.to ? one : undefined
  }
}

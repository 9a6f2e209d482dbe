import type { Chance } from '../chance.ts'
import { at } from './draws.ts'

type PriceClass = 1 | 2 | 3 | 4 | 5

/** One line of `skus.csv`, and how it sells. Brands and prices are invented; the bands are those of the five price classes. */
export interface Sku {
  readonly code: string
  readonly name: string
  readonly brand: string
  readonly priceClass: PriceClass
  readonly wholesaleFen: number
  readonly retailFen: number
  readonly supply: 'scarce' | 'popular' | 'normal' | 'slow'
  readonly province: string
  /** Share within its class. */
  readonly weight: number
  /** First and last day on which it can be ordered. */
  readonly from: number
  readonly to: number
}

const brands = '粤椰 南岭 锦江 鼎湖 云岭 湘水 楚韵 浦江 金陵 徽山 闽江 长白 天府 黔山 桂林 赣鄱'.split(' ')
const provinces = '广东 广东 广东 广东 云南 湖南 湖北 上海 江苏 安徽 福建 吉林 四川 贵州 广西 江西'.split(' ')
const kinds = '硬 软 细支 中支 金 蓝 红 硬盒 典藏 喜庆'.split(' ')

const classes: readonly { priceClass: PriceClass; count: number; yuan: readonly [number, number] }[] = [
  { priceClass: 1, count: 30, yuan: [120, 420] },
  { priceClass: 2, count: 24, yuan: [74, 112] },
  { priceClass: 3, count: 40, yuan: [36, 68] },
  { priceClass: 4, count: 16, yuan: [19, 30] },
  { priceClass: 5, count: 10, yuan: [11, 16] },
]

/** 120 products; eight are launched and three withdrawn within the two years. */
export function makeSkus(chance: Chance, first: number, last: number): readonly Sku[] {
  const skus: Sku[] = []
  for (const { priceClass, count, yuan } of classes) {
    for (let rank = 0; rank < count; rank += 1) {
      const serial = skus.length
      const brand = serial % brands.length
      const fen = chance.int(yuan[0] * 2, yuan[1] * 2) * 50
      const launched = serial % 15 === 7
      skus.push({
        code: `SIM${String(serial + 1).padStart(4, '0')}`,
        name: `模拟${at(brands, brand)}（${at(kinds, chance.int(0, kinds.length - 1))}${rank + 1}号）`,
        brand: `模拟${at(brands, brand)}`,
        priceClass,
        wholesaleFen: fen,
        retailFen: Math.round((fen * (1.1 + 0.06 * chance.next())) / 100) * 100,
        supply: supplyOf(priceClass, rank, count),
        province: at(provinces, brand),
        weight: 1 / (rank + 2) ** 0.8,
        from: launched ? chance.int(first + 40, last - 40) : 0,
        to: serial % 41 === 33 ? chance.int(first + 100, last - 30) : last + 9999,
      })
    }
  }
  return skus
}

function supplyOf(priceClass: PriceClass, rank: number, count: number): Sku['supply'] {
  if (priceClass === 1 && rank < 4) return 'scarce'
  if (rank < count * 0.25) return 'popular'
  return rank < count * 0.8 ? 'normal' : 'slow'
}

/** How a launch goes: much curiosity in the first weeks, then its place. */
export function lifeOf(sku: Sku, day: number): number {
  if (day < sku.from || day > sku.to) return 0
  const age = day - sku.from
  return sku.from > 0 && age < 42 ? 2.4 - age / 30 : 1
}

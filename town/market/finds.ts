import { type Chance, chanceOf } from '../chance.ts'
import { around } from '../settlements.ts'
import { isoOf, noOrders, secondOf, weekdayOf } from './days.ts'
import { at, poisson } from './draws.ts'
import { elsewhere } from './elsewhere.ts'
import { cartonCodeOf, type Find } from './find.ts'
import type { MarketPlan } from './plan.ts'
import { isOpen, type MarketShop } from './shops.ts'

/** Finds of leaked goods, and honest ones: a gift carried to town, a carton borrowed from the neighbour, a sister's stock. */
export function makeFinds(plan: MarketPlan): readonly Find[] {
  const chance = chanceOf(`${plan.seed}/market/finds`)
  const finds: Find[] = []
  const leaks = plan.planted.filter(({ kind }) => kind !== 'illegalSeller')
  for (const { shop, strength, from, to } of leaks) {
    const weeks = Math.max(0, Math.min(plan.last, to) - Math.max(plan.first, from)) / 7
    const count = poisson(chance, weeks * at([0.006, 0.014, 0.028], strength - 1))
    for (let index = 0; index < count; index += 1) {
      const day = chance.int(Math.max(plan.first + 30, from + 14), Math.min(plan.last, to))
      const context = chance.pick(['seizure', 'partner', 'partner', 'report'] as const)
      const most = context === 'seizure' ? 12 * strength : 3 * strength
      finds.push(...findOf({ plan, shop, day, context, count: chance.int(1, most), far: true }, chance))
    }
  }
  for (let day = plan.first + 30; day <= plan.last; day += 1) {
    if (chance.often(0.3)) {
      const far = chance.often(0.55)
      const context = far ? chance.pick(['partner', 'report'] as const) : 'inspection'
      const shop = chance.pick(plan.shops)
      finds.push(
        ...findOf(
          {
            plan,
            shop,
            day,
            context,
            count: chance.weighted([
              [7, 1],
              [2, 2],
              [1, 5],
            ]),
            far,
          },
          chance,
        ),
      )
    }
  }
  for (const { kind, shops, from } of plan.oddities) {
    const [closed] = shops
    if (kind === 'sisterShop' && closed && from > plan.first + 30 && chance.often(0.4))
      finds.push(
        ...findOf(
          { plan, shop: closed, day: from + 5, context: 'inspection', count: chance.int(2, 9), far: false },
          chance,
        ),
      )
  }
  return finds.filter(({ second }) => second < secondOf(plan.last, 24)).toSorted((a, b) => a.second - b.second)
}

interface Event {
  readonly plan: MarketPlan
  readonly shop: MarketShop
  readonly day: number
  readonly context: Find['context']
  readonly count: number
  readonly far: boolean
}

function findOf({ plan, shop, day, context, count, far }: Event, chance: Chance): Find[] {
  const ordered = orderDayBefore(plan, shop, day - chance.int(3, 45))
  if (ordered === undefined) return []
  const serial = chance.int(1, 999_999_999)
  const first = chance.int(1, Math.max(1, 50 - count))
  const dear = plan.skus.flatMap(({ priceClass, code }, index) =>
    (shop.shares[index] ?? 0) > 0 && priceClass <= 2 ? [code] : [],
  )
  const listed = plan.skus.flatMap(({ code }, index) => ((shop.shares[index] ?? 0) > 0 ? [code] : []))
  const from = chance.often(0.7) && dear.length > 0 ? dear : listed
  const sku = chance.pick(from)
  const city = chance.weighted(elsewhere.map(one => [one.weight, one] as const))
  const neighbour = chance.pick(plan.shops)
  const place = far ? around(city, chance, 4000 * chance.next()) : neighbour.line.place
  return [
    {
      second: secondOf(day, 8 + 14 * chance.next()),
      areaCode: far ? city.code : neighbour.line.areaCode,
      place,
      context,
      shop,
      codes: Array.from({ length: count }, (_, index) => ({
        code: cartonCodeOf(shop.line.licenceNo, ordered + 1, { serial, carton: Math.min(50, first + index) }),
        sku: chance.often(0.8) ? sku : chance.pick(from),
      })),
      caseNo:
        context === 'seizure' ? `MN${isoOf(day).replaceAll('-', '')}${String(chance.int(1, 99)).padStart(2, '0')}` : '',
    },
  ]
}

/** The last day on or before this one on which the shop could order. */
function orderDayBefore(plan: MarketPlan, shop: MarketShop, latest: number): number | undefined {
  for (let day = latest; day > latest - 21 && day >= plan.first - 60; day -= 1)
    if (weekdayOf(day) === shop.weekday && !noOrders(day) && isOpen(shop, day)) return day
  return undefined
}

import { type Chance, chanceOf } from '../chance.ts'
import { at, poisson } from './draws.ts'
import { elsewhere } from './elsewhere.ts'
import { cartonCodeOf, type Find } from './find.ts'
import type { Inspection } from './inspections.ts'
import type { MarketPlan } from './plan.ts'
import type { MarketShop } from './shops.ts'

/** How often officers who look at the shelves meet goods of other origin there, by strength; some are shown nothing. */
const met = [0.18, 0.35, 0.55] as const

/**
 * 外来卷烟: cartons at a shop that carry another shop's code, scanned on a visit or photographed by a customer. Most lie where goods
 * of other origin are sold; honest shops borrow from a neighbour or a relative in the next county, and more of them do so in number.
 */
export function foreignFinds(plan: MarketPlan, inspections: readonly Inspection[]): readonly Find[] {
  const chance = chanceOf(`${plan.seed}/market/foreign`)
  const finds: Find[] = []
  for (const { shop, day, second, result, violations } of inspections) {
    if (result === 'closed' || result === 'unreachable') continue
    const planted = plan.plantedOn(shop.index, day)
    const strength = planted?.kind === 'illegalSeller' ? planted.strength : 0
    const proved = violations.some(code => code === 'P10' || code === 'P12')
    const share = strength > 0 ? (proved ? 0.9 : at(met, strength - 1)) : proved ? 0.5 : 0.012
    if (!chance.often(share)) continue
    const count = strength > 0 ? 1 + poisson(chance, 1.5 * strength) : chance.int(1, 3)
    finds.push(
      laidAt({ plan, shop, day, second, context: 'inspection' }, { count, far: strength > 0 ? 0.8 : 0.3 }, chance),
    )
  }
  for (const { kind, shop, strength, from, to } of plan.planted) {
    if (kind !== 'illegalSeller') continue
    const weeks = Math.max(0, Math.min(plan.last, to) - Math.max(plan.first, from)) / 7
    for (let told = poisson(chance, weeks * 0.0025 * strength); told > 0; told -= 1)
      finds.push(reported(plan, shop, [from, to], chance))
  }
  for (let day = plan.first + 30; day <= plan.last; day += 1)
    if (chance.often(0.04)) finds.push(reported(plan, chance.pick(plan.shops), [day, day], chance))
  return finds
}

/** A customer sends the picture of one carton. */
function reported(plan: MarketPlan, shop: MarketShop, [from, to]: readonly [number, number], chance: Chance): Find {
  const day = chance.int(Math.max(plan.first, from), Math.min(plan.last, to))
  const second = day * 86_400 + chance.int(0, 50_000)
  return laidAt({ plan, shop, day, second, context: 'report' }, { count: 1, far: 0.6 }, chance)
}

interface Laid {
  readonly plan: MarketPlan
  readonly shop: MarketShop
  readonly day: number
  readonly second: number
  readonly context: Find['context']
}

function laidAt(
  { plan, shop, day, second, context }: Laid,
  { count, far }: { readonly count: number; readonly far: number },
  chance: Chance,
): Find {
  const city = chance.weighted(elsewhere.map(one => [one.weight, one] as const))
  const holder = chance.often(far)
    ? `${city.code}1${String(chance.int(1, 9_999)).padStart(5, '0')}`
    : chance.pick(plan.shops).line.licenceNo
  const serial = chance.int(1, 999_999_999)
  const first = chance.int(1, 50 - Math.min(49, count))
  const { code: sku } = chance.pick(plan.skus)
  const sorted = day - chance.int(3, 60)
  return {
    second,
    areaCode: shop.line.areaCode,
    place: shop.line.place,
    context,
    shop,
    codes: Array.from({ length: count }, (_, index) => ({
      code: cartonCodeOf(holder, sorted, { serial, carton: Math.min(50, first + index) }),
      sku,
    })),
    caseNo: '',
  }
}

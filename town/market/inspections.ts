import { type Chance, chanceOf } from '../chance.ts'
import { secondOf, weekdayOf } from './days.ts'
import { at, poisson } from './draws.ts'
import type { MarketPlan } from './plan.ts'
import type { PlantedShop } from './plot.ts'
import { isOpen, type MarketShop } from './shops.ts'

export interface Inspection {
  readonly id: string
  readonly day: number
  readonly second: number
  readonly shop: MarketShop
  readonly kind: 'periodic' | 'random' | 'offhour' | 'joint' | 'surprise' | 'campaign' | 'report'
  readonly result: 'clean' | 'rectify' | 'filed' | 'unreachable' | 'closed'
  readonly violations: readonly string[]
  readonly officers: readonly string[]
}

/** Twelve invented officers in pairs; some look closer than others. */
const officers = Array.from({ length: 12 }, (_, index) => `模拟执法员${String(index + 1).padStart(2, '0')}`)
const strictness = [0.8, 0.9, 1, 1, 1, 1.1, 1.1, 1.2, 0.7, 1, 1.3, 0.9]

/**
 * Two years of visits. Where inspectors go is not where things are wrong: near, big and formerly troubled shops are seen
 * often; one visit in seven is drawn. Half of what is there is not found, and small faults are found at honest shops.
 */
export function makeInspections(plan: MarketPlan): readonly Inspection[] {
  const chance = chanceOf(`${plan.seed}/market/inspections`)
  const pull = plan.shops.map(shop => 0.6 + shop.line.grade / 25 + (shop.line.marketType === 'urban' ? 0.8 : 0))
  const wheel = wheelOf(pull)
  const made: Inspection[] = []
  for (let day = plan.first; day <= plan.last; day += 1) {
    const visits = poisson(chance, weekdayOf(day) < 5 ? 8.5 : 1.6)
    for (let visit = 0; visit < visits; visit += 1) {
      const random = chance.often(0.14)
      const shop = at(plan.shops, random ? chance.int(0, plan.shops.length - 1) : wheel.pick(chance))
      if (day < shop.opens || (shop.line.status === 'cancelled' && day > shop.closes)) continue
      const planted = plan.plantedOn(shop.index, day)
      const one = visitOf({ shop, day, random, planted, open: isOpen(shop, day), no: made.length + 1 }, chance)
      made.push(one)
      // Who was in trouble once is looked at again, rightly or not.
      if (one.result === 'rectify') wheel.add(shop.index, 1.5)
      if (one.result === 'filed') wheel.add(shop.index, 4)
    }
  }
  return made
}

interface Visit {
  readonly shop: MarketShop
  readonly day: number
  readonly random: boolean
  readonly planted: PlantedShop | undefined
  readonly open: boolean
  readonly no: number
}

function visitOf({ shop, day, random, planted, open, no }: Visit, chance: Chance): Inspection {
  const kind = random ? 'random' : kindOf(planted, day, chance)
  const first = chance.int(0, 11)
  const pair = [first, (first + chance.int(1, 11)) % 12]
  const sharp = (at(strictness, at(pair, 0)) + at(strictness, at(pair, 1))) / 2
  return {
    id: `J${String(no).padStart(6, '0')}`,
    day,
    second: secondOf(day, kind === 'offhour' ? 18 + 4 * chance.next() : 9 + 7.5 * chance.next()),
    shop,
    kind,
    ...resultOf({ planted, sharp, kind, open }, chance),
    officers: pair.map(index => at(officers, index)),
  }
}

function kindOf(planted: PlantedShop | undefined, day: number, chance: Chance): Inspection['kind'] {
  if (planted && chance.often(0.06 * planted.strength)) return 'report'
  if (weekdayOf(day) >= 5) return 'offhour'
  return chance.weighted([
    [60, 'periodic'],
    [9, 'offhour'],
    [6, 'joint'],
    [6, 'surprise'],
    [9, 'campaign'],
    [6, 'report'],
  ] as const)
}

interface Look {
  readonly planted: PlantedShop | undefined
  readonly sharp: number
  readonly kind: Inspection['kind']
  readonly open: boolean
}

function resultOf({ planted, sharp, kind, open }: Look, chance: Chance): Pick<Inspection, 'result' | 'violations'> {
  if (!open) return chance.often(0.7) ? { result: 'closed', violations: [] } : { result: 'unreachable', violations: [] }
  if (chance.often(0.03)) return { result: 'unreachable', violations: [] }
  const closer = kind === 'report' || kind === 'surprise' ? 1.35 : 1
  if (planted && chance.often(Math.min(0.95, at([0.22, 0.38, 0.55], planted.strength - 1) * sharp * closer))) {
    const heavy = planted.kind === 'illegalSeller' ? ['P10', 'P12'] : ['P14', 'P19', 'P10']
    return { result: chance.often(0.6) ? 'filed' : 'rectify', violations: [chance.pick(heavy)] }
  }
  if (chance.often(0.055 * sharp)) return { result: 'rectify', violations: [chance.pick(['P18', 'P18', 'P19'])] }
  if (chance.often(0.009 * sharp)) return { result: 'filed', violations: [chance.pick(['P10', 'P12', 'P18'])] }
  return { result: 'clean', violations: [] }
}

/** Weighted choice among thousands whose weights grow: sums in a tree (Fenwick). */
function wheelOf(weights: readonly number[]) {
  const sums = new Float64Array(weights.length + 1)
  let total = 0
  const add = (index: number, weight: number) => {
    total += weight
    for (let node = index + 1; node < sums.length; node += node & -node) sums[node] = (sums[node] ?? 0) + weight
  }
  for (const [index, weight] of weights.entries()) add(index, weight)
  const top = 2 ** Math.floor(Math.log2(weights.length))
  const pick = (chance: Chance): number => {
    let left = chance.next() * total
    let node = 0
    for (let step = top; step >= 1; step /= 2) {
      const sum = sums[node + step]
      if (sum !== undefined && sum <= left) {
        left -= sum
        node += step
      }
    }
    return Math.min(node, weights.length - 1)
  }
  return { add, pick }
}

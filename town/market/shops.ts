import { type Chance, chanceOf } from '../chance.ts'
import type { County } from '../county.ts'
import type { LicenceFacts } from '../facts.ts'
import type { RetailerLine } from '../lines.ts'
import { dayOf, dayOfIso } from './days.ts'
import { at, hashLike, spread } from './draws.ts'
import type { Sku } from './skus.ts'
import { tradeOf } from './trade.ts'

/** A shop as a buyer and seller of cigarettes: everything that is honest about it. */
export interface MarketShop {
  readonly index: number
  readonly line: RetailerLine
  /** Cartons in an ordinary week. */
  readonly volume: number
  /** The weekday of its order, 0 is Monday. */
  readonly weekday: number
  /** Share of each product in what it sells. */
  readonly shares: Float64Array
  readonly opens: number
  readonly closes: number
  /** First and last day without supply. */
  readonly pause: readonly [number, number] | undefined
  /** Share of the sales that go over the till; 0 without a till. */
  readonly discipline: number
  /** How well it trades on a day beside an ordinary year. */
  readonly trade: (day: number) => number
  /** Telephones it orders with: its own, and for some the customer manager's. */
  readonly devices: readonly (readonly [weight: number, hash: string])[]
  readonly deliveryPoint: string
}

const formatFactor: Readonly<Record<string, number>> = {
  超市: 1.5,
  商场: 1.6,
  烟酒商店: 1.9,
  便利店: 1.15,
  娱乐服务类: 0.7,
}

export function marketShops(made: County, skus: readonly Sku[], seed: number | string): readonly MarketShop[] {
  const managers = managersOf(chanceOf(`${seed}/market/managers`))
  const today = dayOf(made.today)
  const points = pointsOf(chanceOf(`${seed}/market/points`))
  return made.retailers.map((line, index) => {
    const chance = chanceOf(`${seed}/market/shop/${line.licenceNo}`)
    const facts = at(made.facts, index)
    const rural = line.marketType === 'rural'
    const helped = chance.often(rural ? 0.09 : 0.03)
    const renewed = hashLike(chance)
    const devices: [number, string][] = [[1, line.orderDeviceHash]]
    if (helped) devices.push([chance.pick([0.4, 1, 3]), managers(line.areaCode)])
    if (chance.often(0.12)) devices.push([0.5, renewed])
    return {
      index,
      line,
      volume: 14 * Math.exp(line.grade * 0.088) * (formatFactor[line.businessFormat] ?? 1) * spread(chance, 0.35),
      weekday: chance.int(0, 4),
      shares: sharesOf(skus, line, chance),
      ...lifeOfShop(line, facts, { today, chance }),
      discipline: tillOf(line, chance),
      trade: tradeOf(seed, line.licenceNo),
      devices,
      deliveryPoint: rural && chance.often(0.05) ? points(line.areaCode) : `P${line.licenceNo.slice(6)}`,
    }
  })
}

/** 客户经理: two a town; some shopkeepers let them type the order. Honest, and looks like many shops on one device. */
function managersOf(chance: Chance): (area: string) => string {
  const known = new Map<string, readonly string[]>()
  return area => {
    const pair = known.get(area) ?? [hashLike(chance), hashLike(chance)]
    known.set(area, pair)
    return at(pair, chance.int(0, 1))
  }
}

/** 集中取货点: a few villages fetch their goods at one place. Honest too. */
function pointsOf(chance: Chance): (area: string) => string {
  return area => `C${area.slice(6)}${chance.int(1, 4)}`
}

const urban = [0.3, 0.19, 0.4, 0.08, 0.03]
const rural = [0.14, 0.13, 0.48, 0.17, 0.08]

function sharesOf(skus: readonly Sku[], line: RetailerLine, chance: Chance): Float64Array {
  const classes = (line.marketType === 'urban' ? urban : rural).map((share, index) => {
    const rich = line.businessFormat === '烟酒商店' && index < 2 ? 1.8 : 1
    return share * rich * spread(chance, 0.3)
  })
  const kept = 0.35 + 0.02 * line.grade
  const shares = new Float64Array(skus.length)
  let sum = 0
  for (const [index, { priceClass, weight, supply }] of skus.entries()) {
    const listed = supply === 'scarce' ? line.grade > 12 || chance.often(0.3) : chance.often(kept + weight)
    const share = listed ? at(classes, priceClass - 1) * weight * spread(chance, 0.6) : 0
    shares[index] = share
    sum += share
  }
  return shares.map(share => share / sum)
}

/** A cancelled licence ended before today, a shop told to stop and put things right has stopped: nobody delivers to either. */
function lifeOfShop(line: RetailerLine, facts: LicenceFacts, { today, chance }: { today: number; chance: Chance }) {
  const ends = dayOfIso(line.validTo)
  const closes = line.status === 'cancelled' ? Math.min(ends, today) - chance.int(20, 700) : ends
  const stopped: readonly [number, number] = [today - chance.int(6, 60), today + 30]
  const { suspendedFrom: from, suspendedTo: to } = facts
  const pause = from === null || to === null ? undefined : ([dayOfIso(from), dayOfIso(to)] as const)
  return {
    opens: dayOfIso(line.licensedOn) + chance.int(3, 30),
    closes,
    pause: line.status === 'rectifying' ? stopped : pause,
  }
}

function tillOf({ businessFormat, grade }: RetailerLine, chance: Chance): number {
  const has = ['超市', '商场', '便利店'].includes(businessFormat) ? 0.65 : grade > 18 ? 0.3 : 0.12
  return chance.often(has) ? 0.62 + 0.36 * chance.next() : 0
}

/** Whether it may order and sell on that day. */
export const isOpen = ({ opens, closes, pause }: MarketShop, day: number): boolean =>
  day >= opens && day <= closes && !(pause && day >= pause[0] && day <= pause[1])

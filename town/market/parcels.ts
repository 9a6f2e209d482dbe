import { type Chance, chanceOf } from '../chance.ts'
import { personName } from '../names.ts'
import { towns } from '../places.ts'
import { hashLike, normal } from './draws.ts'
import { elsewhere } from './elsewhere.ts'
import type { Strength } from './plot.ts'

/** Who sends or receives: a telephone, a name hidden as on a label, a place. */
interface Party {
  readonly hash: string
  readonly name: string
  readonly area: string
}

export interface Lot {
  readonly hour: number
  readonly sender: number
  readonly receiver: number
  readonly pieces: number
  readonly grams: number
  readonly goods: number
  readonly carrier: number
}

export const carriers = ['模拟速递', '模拟快运', '模拟邮政', '模拟物流园', '恩平客运行包（模拟）']
export const goods = ['日用品', '服装', '音响配件', '食品', '农产品', '茶叶', '文件', '药品', '五金', '']

/** A pair of parties with a habit: an honest business, or a ring that hides among them. */
export interface Habit {
  readonly ring?: string
  readonly strength?: Strength
  readonly senders: readonly number[]
  readonly receivers: readonly number[]
  /** Lots on a day of work. */
  readonly rate: number
  readonly from: number
  readonly to: number
  readonly grams: readonly (readonly [weight: number, mean: number, sigma: number])[]
  readonly goods: readonly number[]
  readonly carriers: readonly number[]
}

export interface ParcelWorld {
  readonly parties: readonly Party[]
  readonly local: number
  readonly habits: readonly Habit[]
}

const localParties = 5000
const farParties = 20_000
/** A case of fifty cartons with its box, half a case, and ten cartons. */
const caseGrams = 14_200

export function parcelWorld(
  seed: number | string,
  span: { readonly first: number; readonly last: number },
): ParcelWorld {
  const chance = chanceOf(`${seed}/market/parcels`)
  const party = (area: string): Party => ({
    hash: hashLike(chance),
    name: `${personName(chance, chance.often(0.5) ? 'male' : 'female').surname}某（模拟）`,
    area,
  })
  const town = () => chance.weighted(towns.map(({ weight, code }) => [weight, code] as const))
  const city = () => chance.weighted(elsewhere.map(({ weight, code }) => [weight, code] as const))
  const parties = [
    ...Array.from({ length: localParties }, () => party(town())),
    ...Array.from({ length: farParties }, () => party(city())),
  ]
  const inside = (count: number) => Array.from({ length: count }, () => chance.int(0, localParties - 1))
  const outside = (count: number) => Array.from({ length: count }, () => localParties + chance.int(0, farParties - 1))
  const always = { from: 0, to: span.last + 1 }
  // 恩平 makes microphones: boxes of 12 to 16 kg to the same customers, each working day.
  const audio = Array.from(
    { length: 60 },
    (): Habit => ({
      senders: inside(1),
      receivers: outside(chance.int(3, 12)),
      rate: 0.3 + 2 * chance.next(),
      ...always,
      grams: [[1, chance.int(9_000, 17_000), chance.int(300, 3_000)]],
      goods: [2],
      carriers: [chance.int(0, 3)],
    }),
  )
  const farms = Array.from(
    { length: 40 },
    (): Habit => ({
      senders: inside(chance.int(1, 2)),
      receivers: outside(chance.int(2, 9)),
      rate: 0.15 + 0.8 * chance.next(),
      ...always,
      grams: [
        [2, 15_200, 250],
        [1, 5_300, 150],
      ],
      goods: [4, 5],
      carriers: [chance.int(0, 4)],
    }),
  )
  const plantedRings = ([1, 1, 2, 2, 2, 3, 3] as const).map((strength, index): Habit => {
    const out = chance.often(0.7)
    const from = chance.int(span.first - 30, span.last - 50)
    return {
      ring: `W${index + 1}`,
      strength,
      senders: out ? inside(chance.int(2, 5)) : outside(chance.int(2, 4)),
      receivers: out ? outside(chance.int(3, 7)) : inside(chance.int(2, 5)),
      rate: [0.35, 0.8, 1.7][strength - 1] ?? 1,
      from,
      to: chance.often(0.7) ? span.last + 1 : from + chance.int(90, 300),
      grams: [
        [strength, caseGrams, [1_400, 600, 300][strength - 1] ?? 600],
        [1, caseGrams / 2, 400],
        [1, 2_950, 200],
      ],
      goods: [0, 1, 2, 3, 5],
      carriers: strength === 3 ? [chance.int(0, 4)] : [0, 1, 3, 4],
    }
  })
  return { parties, local: localParties, habits: [...audio, ...farms, ...plantedRings] }
}

/** One lot of a habit; rings also send what everybody sends, so that one lot proves nothing. */
export function lotOf(habit: Habit, chance: Chance): Lot {
  const [, mean, sigma] = chance.weighted(habit.grams.map(one => [one[0], one] as const))
  const pieces = chance.often(0.12) ? 2 : 1
  return {
    hour: 8 + 13 * chance.next(),
    sender: chance.pick(habit.senders),
    receiver: chance.pick(habit.receivers),
    pieces,
    grams: Math.max(300, Math.round((mean + sigma * normal(chance)) * pieces)),
    goods: chance.pick(habit.goods),
    carrier: chance.pick(habit.carriers),
  }
}

/** Everybody's parcels: light ones most, heavy ones some. */
export function ordinaryLot({ parties, local }: ParcelWorld, chance: Chance): Lot {
  const inside = Math.floor(local * chance.next() ** 1.7)
  const outside = local + Math.floor((parties.length - local) * chance.next() ** 1.4)
  const out = chance.often(0.35)
  return {
    hour: 8 + 13 * chance.next(),
    sender: out ? inside : outside,
    receiver: out ? outside : inside,
    pieces: chance.often(0.06) ? chance.int(2, 5) : 1,
    grams: Math.round(250 * Math.exp(1.1 + 1.1 * normal(chance))),
    goods: chance.weighted([20, 18, 5, 14, 9, 4, 6, 4, 8, 12].map((weight, index) => [weight, index] as const)),
    carrier: chance.weighted([30, 28, 14, 20, 8].map((weight, index) => [weight, index] as const)),
  }
}

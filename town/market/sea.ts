import type { Position } from '#kernel/position'
import { type Chance, chanceOf } from '../chance.ts'
import { moved } from '../places.ts'
import { at, poisson } from './draws.ts'
import type { MarketPlan } from './plan.ts'
import type { Strength } from './plot.ts'

/** Off 横陂, by eye: a harbour, grounds, the lane of passing ships, and coves where nobody lands by day. */
export const harbour: Position = { lng: 112.365, lat: 21.93 }
export const coves: readonly Position[] = [
  { lng: 112.41, lat: 21.935 },
  { lng: 112.33, lat: 21.915 },
  { lng: 112.455, lat: 21.95 },
]
const grounds: Position = { lng: 112.4, lat: 21.78 }

export interface Vessel {
  readonly mmsi: string
  readonly kind: 'fishing' | 'cargo'
  /** 双拖: the boat it fishes with all night, a few hundred metres apart. */
  readonly mate?: number
}

/** Numbers of no State: MMSI beginning 999 are given to nobody. */
export function makeVessels(): readonly Vessel[] {
  const fishing = Array.from(
    { length: 44 },
    (_, index): Vessel => ({
      mmsi: `999${String(100_001 + index * 7).padStart(6, '0')}`,
      kind: 'fishing',
      ...(index < 12 ? { mate: index ^ 1 } : {}),
    }),
  )
  const cargo = Array.from(
    { length: 14 },
    (_, index): Vessel => ({ mmsi: `999${500_003 + index * 11}`, kind: 'cargo' }),
  )
  return [...fishing, ...cargo]
}

/** A night on which a boat meets a ship; strong ones go dark and land at a cove. Honest meetings: a tow, mail, a spare part. */
export interface Meeting {
  readonly planted?: Strength
  readonly day: number
  readonly boat: number
  readonly ship: number
  readonly place: Position
  readonly hour: number
  readonly minutes: number
  /** Minutes without a signal afterwards. */
  readonly dark: number
  readonly cove?: Position
}

export function makeMeetings(plan: MarketPlan, vessels: readonly Vessel[]): readonly Meeting[] {
  const chance = chanceOf(`${plan.seed}/market/meetings`)
  const free = vessels.flatMap(({ kind, mate }, index) => (kind === 'fishing' && mate === undefined ? [index] : []))
  const ships = vessels.flatMap(({ kind }, index) => (kind === 'cargo' ? [index] : []))
  const runners = [at(free, 3), at(free, 11), at(free, 19), at(free, 24)]
  const carriers = ships.slice(2, 5)
  const meetings: Meeting[] = []
  for (let day = plan.first; day <= plan.last; day += 1) {
    for (let count = poisson(chance, 0.075); count > 0; count -= 1)
      meetings.push(landing(day, { runners, carriers }, chance))
    if (chance.often(0.05)) {
      const [boat, ship, hour] = [chance.pick(free), chance.pick(ships), 24 * chance.next()]
      meetings.push({
        day,
        boat,
        ship,
        place: seaPlace(chance),
        hour,
        minutes: chance.int(15, 60),
        dark: chance.often(0.2) ? 60 : 0,
      })
    }
  }
  // One errand a boat and night.
  return [...new Map(meetings.map(one => [`${one.day}/${one.boat}`, one])).values()]
}

function landing(
  day: number,
  crew: { runners: readonly number[]; carriers: readonly number[] },
  chance: Chance,
): Meeting {
  const planted: Strength = chance.weighted([
    [3, 1],
    [4, 2],
    [3, 3],
  ])
  return {
    planted,
    day,
    boat: chance.pick(crew.runners),
    ship: chance.pick(crew.carriers),
    place: seaPlace(chance),
    hour: 22.5 + 3.5 * chance.next(),
    minutes: chance.int(25, 80),
    dark: at([0, 70, 140], planted - 1) + chance.int(0, 30),
    ...(planted > 1 || chance.often(0.5) ? { cove: chance.pick(coves) } : {}),
  }
}

export const seaPlace = (chance: Chance): Position =>
  moved(grounds, 12_000 * (2 * chance.next() - 1), 9_000 * (2 * chance.next() - 1))

import { chanceFrom } from './chance.ts'
import { insertionsInto } from './insertion.ts'
import { beginTrial, newPlan, type Plan, undoTrial } from './plan.ts'
import { neighbours, type RouteProblem } from './problem.ts'
import { ordersOf, recreate } from './recreate.ts'
import { ruin } from './ruin.ts'
import { groundOf } from './tour.ts'

/** As in the paper: about ten visits leave, in strings of at most ten. */
const strings = { average: 10, longest: 10 } as const

export interface SearchSetting {
  readonly seed: number
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number
  readonly milliseconds: number
}

export interface Routes {
  /** Node numbers in the order of the visits; the depot is not listed. */
  readonly routes: readonly (readonly number[])[]
  readonly length: number
  readonly profit: number
  /** Nodes nobody visits. */
  readonly absent: readonly number[]
}

/**
 * The annealing from hot to cold, in the unit of what is searched, and how blind the insertion is: where all are visited there are many tours, and
 * one of them is overlooked; where the best are, there are few, and a place in one is. Tried on the development half of the benchmarks; too cold a
 * start leaves a clustered problem with a tour too many, of which no string is long enough to be the whole.
 */
const settings = {
  all: { from: 30, to: 0.5, tourBlink: 0.01, placeBlink: 0 },
  best: { from: 6, to: 1.5, tourBlink: 0, placeBlink: 0.03 },
} as const

/**
 * 当日路线: ruin and recreate with simulated annealing until the time is over. Anytime: more time never gives a worse plan of the same seed's
 * path at the same moments, and there is always a feasible plan after the first insertion.
 */
export function searchRoutes(problem: RouteProblem, { seed, now, milliseconds }: SearchSetting): Routes {
  const chance = chanceFrom(seed)
  const ground = groundOf(problem)
  const near = neighbours(problem)
  const { goal, vehicles } = problem
  const { from, to, tourBlink, placeBlink } = settings[goal]
  const orders = ordersOf(ground, goal, chance)
  const energy = goal === 'all' ? wayEnergy : worthEnergy
  const insertions = insertionsInto(ground, goal, { chance, blink: placeBlink })
  const means = { ground, orders, insertions, chance, setting: { goal, vehicles, blink: tourBlink } } as const
  const plan = newPlan(ground, goal === 'best' ? vehicles : 0)
  recreate(plan, means)
  let cost = energy(plan)
  let best = { cost, ...standing(plan) }
  const began = now()
  let temperature: number = from
  for (let round = 0; ; round += 1) {
    if ((round & 31) === 0) {
      const share = (now() - began) / milliseconds
      if (share >= 1) break
      temperature = from * (to / from) ** share
    }
    beginTrial(plan)
    ruin(plan, { ground, near, chance, setting: strings })
    recreate(plan, means)
    const trial = energy(plan)
    if (trial < cost - temperature * Math.log(chance())) {
      cost = trial
      if (cost < best.cost) best = { cost, ...standing(plan) }
    } else undoTrial(plan)
  }
  const { tours, length, profit, absent } = best
  return { routes: tours.map(({ nodes }) => nodes).filter(nodes => nodes.length > 0), length, profit, absent }
}

/** The plan as it stands now; its tours never change. */
const standing = ({ tours, length, profit, absent }: Plan) => ({
  ...{ tours: tours.slice(), length, profit },
  absent: absent.slice(),
})

/** A visit that is missing is worse than any way. */
const wayEnergy = ({ length, absent }: Plan): number => length + 1e5 * absent.length

/** Among plans of equal worth the shorter has room for more. */
const worthEnergy = ({ length, profit }: Plan): number => 0.002 * length - profit

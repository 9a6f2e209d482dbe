import { chanceFrom } from './chance.ts'
import { copyPlan, type Plan } from './plan.ts'
import { neighbours, type RouteProblem } from './problem.ts'
import { ordersOf, recreate } from './recreate.ts'
import { ruin } from './ruin.ts'
import { emptyTour, groundOf } from './tour.ts'

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

/** Temperatures of the annealing in the unit of what is searched, from hot to cold; tried on the development half of the benchmarks. */
const heat = { all: { from: 10, to: 0.05 }, best: { from: 3, to: 0.05 } } as const

/**
 * 当日路线: ruin and recreate with simulated annealing until the time is over. Anytime: more time never gives a worse plan of the same seed's
 * path at the same moments, and there is always a feasible plan after the first insertion.
 */
export function searchRoutes(problem: RouteProblem, { seed, now, milliseconds }: SearchSetting): Routes {
  const chance = chanceFrom(seed)
  const ground = groundOf(problem)
  const near = neighbours(problem)
  const { goal, vehicles } = problem
  const orders = ordersOf(ground, goal, chance)
  const energy = goal === 'all' ? wayEnergy : worthEnergy
  const means = { ground, orders, chance, setting: { goal, vehicles, blink: 0.01 } } as const
  let current: Plan = {
    tours: goal === 'best' ? Array.from({ length: vehicles }, emptyTour) : [],
    tourOf: new Int16Array(ground.n).fill(-1),
    absent: Array.from({ length: ground.n - 1 }, (_, index) => index + 1),
    length: 0,
    profit: 0,
  }
  recreate(current, means)
  let best = current
  const { from, to } = heat[goal]
  const began = now()
  let temperature: number = from
  for (let round = 0; ; round += 1) {
    if ((round & 31) === 0) {
      const share = (now() - began) / milliseconds
      if (share >= 1) break
      temperature = from * (to / from) ** share
    }
    const trial = copyPlan(current)
    ruin(trial, { ground, near, chance, setting: strings })
    recreate(trial, means)
    const cost = energy(trial)
    if (cost < energy(current) - temperature * Math.log(chance())) {
      current = trial
      if (cost < energy(best)) best = trial
    }
  }
  return {
    routes: best.tours.map(({ nodes }) => nodes).filter(nodes => nodes.length > 0),
    length: best.length,
    profit: best.profit,
    absent: best.absent,
  }
}

/** A visit that is missing is worse than any way. */
const wayEnergy = ({ length, absent }: Plan): number => length + 1e5 * absent.length

/** Among plans of equal worth the shorter has room for more. */
const worthEnergy = ({ length, profit }: Plan): number => 0.002 * length - profit

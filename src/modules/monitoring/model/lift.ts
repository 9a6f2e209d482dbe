import { itemAt } from './matrix.ts'
import { seededRandom } from './random.ts'

/** One visit of the random arm (双随机抽查) with the score the model gave before it. */
export interface Scored {
  readonly score: number
  readonly outcome: 0 | 1
}

export interface Lift {
  readonly visits: number
  readonly first: number
  /** Share with an outcome among the first, and among all of the arm. */
  readonly firstRate: number
  readonly armRate: number
  /** How many times the arm's rate; 1 = no better than chance. */
  readonly ratio: number
  /** `ratio - 1`, with a 95 % interval by bootstrap. */
  readonly lift: number
  readonly low: number
  readonly high: number
}

/**
 * What the model's first choices would have met, beside chance, both within the random arm: visits that were chosen by risk
 * would flatter the model. Windows are ranked each on its own and then put together.
 */
export function measureLift(windows: readonly (readonly Scored[])[], share: number, rounds = 1_000): Lift {
  // Ordered once: a redrawn arm keeps this order, with some visits twice and some not at all.
  const arms = windows.map(arm => arm.toSorted((a, b) => b.score - a.score).map(({ outcome }) => outcome))
  const whole = rates(arms, share, () => 1)
  const random = seededRandom(20_261_126)
  const lifts: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const times = arms.map(arm => {
      const drawn = new Uint16Array(arm.length)
      for (let n = 0; n < arm.length; n += 1) {
        const one = Math.floor(random() * arm.length)
        drawn[one] = (drawn[one] ?? 0) + 1
      }
      return drawn
    })
    const { firstRate, armRate } = rates(arms, share, (arm, n) => times[arm]?.[n] ?? 0)
    lifts.push(armRate > 0 ? firstRate / armRate - 1 : 0)
  }
  lifts.sort((a, b) => a - b)
  const ratio = whole.armRate > 0 ? whole.firstRate / whole.armRate : 0
  return {
    ...whole,
    ratio,
    lift: ratio - 1,
    low: itemAt(lifts, Math.floor(rounds * 0.025)),
    high: itemAt(lifts, Math.min(rounds - 1, Math.floor(rounds * 0.975))),
  }
}

/** @param times how often each visit of an arm, highest score first, is counted. */
function rates(arms: readonly (readonly (0 | 1)[])[], share: number, times: (arm: number, n: number) => number) {
  let visits = 0
  let outcomes = 0
  let first = 0
  let met = 0
  arms.forEach((arm, a) => {
    let free = Math.max(1, Math.round(arm.length * share))
    arm.forEach((outcome, n) => {
      const count = times(a, n)
      const taken = Math.min(free, count)
      free -= taken
      visits += count
      outcomes += count * outcome
      first += taken
      met += taken * outcome
    })
  })
  return { visits, first, firstRate: met / Math.max(1, first), armRate: outcomes / Math.max(1, visits) }
}

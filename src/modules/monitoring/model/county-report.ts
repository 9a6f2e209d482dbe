import type { ShopDay } from './county.ts'
import {
  type CountyModel,
  type CountyPrior,
  type InspectedShopDay,
  learnCounty,
  priorModel,
  scoreCounty,
} from './county.ts'
import { countyIndicators } from './county-indicators.ts'
import { type FairnessPolicy, fairnessBreaches, type GroupRate, visitRates } from './fairness.ts'
import { type Lift, measureLift, type Scored } from './lift.ts'
import { logit } from './matrix.ts'
import { seededRandom } from './random.ts'

/** One tenth of the visits by the chance foretold: how many were foretold, how many found something. */
interface CalibrationStep {
  readonly visits: number
  readonly expected: number
  readonly found: number
}

/** What a county model is worth on visits that it had not seen, and whom it would send people to. */
export interface CountyReport {
  readonly visits: number
  readonly outcomes: number
  readonly from: string
  readonly to: string
  /** On the visits of the last windows, each foretold from what lay before its window. Absent with too few. */
  readonly test: CountyTest | undefined
  readonly weights: readonly Weight[]
  /** If the first of today's order were visited. */
  readonly rates: readonly GroupRate[]
  readonly breaches: readonly GroupRate[]
}

export interface CountyTest {
  readonly visits: number
  readonly windows: number
  readonly auc: number
  /** Where the AUC lies nineteen times in twenty, by drawing the visits again; absent in versions from before it was computed. */
  readonly between?: readonly [number, number]
  /** The same visits in the order of the published prior. */
  readonly priorAuc: number
  /** Mean logarithmic loss, which punishes a wrong order and a wrong chance alike; less is better. */
  readonly loss: number
  readonly priorLoss: number
  /** Over the random arm. Absent without one. */
  readonly lift?: Lift
  readonly calibration: readonly CalibrationStep[]
}

interface Weight {
  readonly code: string
  /** Log-odds that the indicator adds at its most, alone. */
  readonly prior: number
  readonly learned: number
}

const windows = 3
const steps = 5

export function reportOn(
  model: CountyModel,
  given: {
    readonly visits: readonly InspectedShopDay[]
    readonly today: readonly ShopDay[]
    readonly prior: CountyPrior
    readonly fairness: FairnessPolicy
    readonly leastOutcomes: number
  },
): CountyReport {
  const visits = given.visits.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const scores = scoreCounty(model, given.today)
  const rates = visitRates(
    given.today.map(({ groups }, n) => ({ groups, score: scores[n]?.score ?? 0 })),
    given.fairness,
  )
  return {
    visits: visits.length,
    outcomes: outcomesIn(visits),
    from: visits.at(0)?.day ?? '',
    to: visits.at(-1)?.day ?? '',
    test: testOf(visits, given),
    weights: weightsOf(model, given.prior),
    rates,
    breaches: fairnessBreaches(rates),
  }
}

const outcomesIn = (visits: readonly InspectedShopDay[]): number =>
  visits.reduce((sum, { outcome }) => sum + outcome, 0)

/** The second half of the visits in three windows, each foretold by a model of what lay before it. */
function testOf(
  visits: readonly InspectedShopDay[],
  { prior, fairness, leastOutcomes }: { prior: CountyPrior; fairness: FairnessPolicy; leastOutcomes: number },
): CountyTest | undefined {
  const half = Math.floor(visits.length / 2)
  if (outcomesIn(visits.slice(0, half)) < leastOutcomes || outcomesIn(visits.slice(half)) < leastOutcomes)
    return undefined
  const size = Math.ceil((visits.length - half) / windows)
  const parts = Array.from({ length: windows }, (_, n) => half + n * size).map(start => {
    const asked = visits.slice(start, start + size)
    const first = asked[0]?.day ?? ''
    // Visits of the day on which a window begins are answers, not lessons.
    const model = learnCounty(
      visits.filter(({ day }) => day < first),
      prior,
    )
    const score = (of: CountyModel) => scoreCounty(of, asked).map(one => one.score)
    return { asked, learned: score(model), before: score(priorModel(prior)) }
  })
  const all = (pick: (part: (typeof parts)[number]) => readonly number[]): Scored[] =>
    parts.flatMap(part => part.asked.map(({ outcome }, n) => ({ outcome, score: pick(part)[n] ?? 0 })))
  const arms = parts
    .map(({ asked, learned }) =>
      asked.flatMap(({ random, outcome }, n): Scored[] => (random ? [{ outcome, score: learned[n] ?? 0 }] : [])),
    )
    .filter(arm => arm.length > 0)
  const learned = all(part => part.learned)
  // Windows are ordered each on its own: a chance of one season is not compared with another's.
  const within = (pick: (part: (typeof parts)[number]) => readonly number[]): number =>
    parts.reduce((sum, part) => {
      const scored = part.asked.map(({ outcome }, n): Scored => ({ outcome, score: pick(part)[n] ?? 0 }))
      return sum + areaUnderCurve(scored) * outcomesIn(part.asked)
    }, 0) / outcomesIn(parts.flatMap(({ asked }) => asked))
  return {
    visits: learned.length,
    windows,
    auc: within(part => part.learned),
    between: aucBetween(
      parts.map(({ asked, learned: scores }) =>
        asked.map(({ outcome }, n): Scored => ({ outcome, score: scores[n] ?? 0 })),
      ),
    ),
    priorAuc: within(part => part.before),
    loss: lossOf(learned),
    priorLoss: lossOf(all(part => part.before)),
    ...(arms.length === 0 ? {} : { lift: measureLift(arms, fairness.share) }),
    calibration: calibrationOf(learned),
  }
}

const rounds = 300

/** The interval of the AUC within windows, by bootstrap. */
function aucBetween(windows: readonly (readonly Scored[])[]): readonly [number, number] {
  const random = seededRandom(20_261_127)
  const all: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    let [sum, weight] = [0, 0]
    for (const window of windows) {
      const drawn = window.map(() => itemOf(window, Math.floor(random() * window.length)))
      const found = drawn.reduce((count, { outcome }) => count + outcome, 0)
      sum += areaUnderCurve(drawn) * found
      weight += found
    }
    if (weight > 0) all.push(sum / weight)
  }
  all.sort((a, b) => a - b)
  return [all[Math.floor(all.length * 0.025)] ?? 0.5, all[Math.floor(all.length * 0.975)] ?? 0.5]
}

const itemOf = (window: readonly Scored[], index: number): Scored => window[index] ?? { outcome: 0, score: 0 }

/** The chance that a visit that found something stood before one that did not; equal scores count half. */
function areaUnderCurve(scored: readonly Scored[]): number {
  const order = scored.toSorted((a, b) => a.score - b.score)
  let below = 0
  let sum = 0
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to < order.length && order[to]?.score === order[from]?.score) to += 1
    const tie = order.slice(from, to)
    const found = tie.filter(({ outcome }) => outcome === 1).length
    sum += found * (below + (tie.length - found) / 2)
    below += tie.length - found
    from = to
  }
  const found = order.length - below
  return found === 0 || below === 0 ? 0.5 : sum / (found * below)
}

const lossOf = (scored: readonly Scored[]): number =>
  scored.reduce((sum, { score, outcome }) => sum - Math.log(outcome === 1 ? score : 1 - score), 0) / scored.length

function calibrationOf(scored: readonly Scored[]): CalibrationStep[] {
  const order = scored.toSorted((a, b) => a.score - b.score)
  const size = Math.ceil(order.length / steps)
  return Array.from({ length: steps }, (_, n) => order.slice(n * size, (n + 1) * size))
    .filter(step => step.length > 0)
    .map(step => ({
      visits: step.length,
      expected: step.reduce((sum, { score }) => sum + score, 0) / step.length,
      found: step.filter(({ outcome }) => outcome === 1).length / step.length,
    }))
}

function weightsOf(model: CountyModel, prior: CountyPrior): Weight[] {
  const alone = (code?: string): ShopDay => ({
    shop: '',
    day: '',
    indicators: code === undefined ? {} : { [code]: 1 },
    groups: {},
  })
  const [none, ...each] = scoreCounty(model, [alone(), ...countyIndicators.map(alone)]).map(({ score }) => logit(score))
  return countyIndicators.map((code, n) => ({
    code,
    prior: prior.weights.get(code) ?? 0,
    learned: (each[n] ?? 0) - (none ?? 0),
  }))
}

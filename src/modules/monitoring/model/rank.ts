import { ok, type Refusal, type Result, refuse } from '#kernel/refusal'
import { applyModel, chances, learn } from './learner.ts'
import { lessonsBefore, outcomesIn } from './lessons.ts'
import { at, logit } from './matrix.ts'
import type { Shape } from './past.ts'
import { reasonsOf } from './reasons.ts'
import type { Subject, Visit } from './records.ts'
import { type RankSettings, rankSettings } from './settings.ts'
import type { RankSpec } from './spec.ts'

export interface Ranked {
  /** The chance that a visit meets an outcome, 0 to 1. */
  readonly score: number
  readonly reasons: readonly string[]
}

const leastOutcomes = 30

export const shapeOf = (spec: RankSpec): Shape => ({
  severity: spec.severity ?? [],
  chains: spec.chain ?? [],
  categories: spec.categories ?? [],
  flags: spec.flags ?? [],
})

/**
 * Who should be visited first, learned from past visits and their outcomes: one answer a subject, in their order.
 * @param visits in order of their days; `today` is the first day of the question, everything before it may be used.
 */
export function rank(
  visits: readonly Visit[],
  subjects: readonly Subject[],
  { shape, today, settings = rankSettings }: { shape: Shape; today: number; settings?: RankSettings },
): Result<Ranked[]> | Refusal<'rankTooLittle'> {
  const { examples, asOf, past } = lessonsBefore(today, visits, subjects, { shape, settings })
  const outcomes = outcomesIn(examples)
  if (outcomes < leastOutcomes)
    return refuse('rankTooLittle', { visits: visits.length, outcomes, least: leastOutcomes, days: settings.firstDays })
  const lastQuarter = today - (today - at(asOf, 0)) / 4
  const model = learn(examples, settings.learner, row => at(asOf, row) >= lastQuarter)
  const { matrix, base } = past.snapshot(subjects, today)
  const scores = applyModel(model, matrix, new Float64Array(matrix.rows).fill(logit(base)))
  const width = matrix.features.length
  const parts = besideTheOthers(scores.parts, width)
  return ok(
    chances(model, scores.score).map((score, row) => ({
      score,
      reasons: reasonsOf(matrix.features, parts.subarray(row * width, (row + 1) * width)),
    })),
  )
}

/** Why this one rather than another: what all of the list share is no reason. */
function besideTheOthers(parts: Float64Array, width: number): Float64Array {
  const mean = new Float64Array(width)
  const rows = parts.length / width
  parts.forEach((part, n) => {
    mean[n % width] = at(mean, n % width) + part / rows
  })
  return parts.map((part, n) => part - at(mean, n % width))
}

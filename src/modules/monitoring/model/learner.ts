import { type Calibration, calibrate, probability } from './calibrate.ts'
import type { Examples, Scores } from './examples.ts'
import { applyLogistic, type Logistic, type LogisticSettings, trainLogistic } from './logistic.ts'
import { at, type Matrix } from './matrix.ts'
import { applyForest, type Forest, type TreeSettings, trainForest } from './trees.ts'

export interface LearnerSettings {
  readonly trees: TreeSettings
  readonly line: LogisticSettings
  /** Part of the trees in the blend; the rest is the line's. */
  readonly treeShare: number
}

/** Boosted trees and a straight line, added up in log-odds and made honest as a probability. */
export interface Model {
  readonly forest: Forest | undefined
  readonly line: Logistic
  readonly treeShare: number
  readonly calibration: Calibration
}

/**
 * @param late examples that lie after the others: a first model learned from the others is tried on them, which tells how
 * far its scores may be trusted. None = scores are taken as they are.
 */
export function learn(
  examples: Examples,
  settings: LearnerSettings,
  late: ((row: number) => boolean) | undefined,
): Model {
  const model = blend(examples, settings)
  if (!late) return model
  const rows = Array.from({ length: examples.matrix.rows }, (_, row) => row)
  const [before, after] = [
    pick(
      examples,
      rows.filter(row => !late(row)),
    ),
    pick(examples, rows.filter(late)),
  ]
  const { score } = applyModel(blend(before, settings), after.matrix, after.offset)
  return { ...model, calibration: calibrate(score, after.outcome) }
}

function blend(examples: Examples, { trees, line, treeShare }: LearnerSettings): Model {
  return {
    forest: treeShare > 0 ? trainForest(examples, trees) : undefined,
    line: trainLogistic(examples, line),
    treeShare,
    calibration: { shift: 0, slope: 1 },
  }
}

/** Log-odds before calibration, and the part of each feature in them. */
export function applyModel(model: Model, matrix: Matrix, offset: Float64Array): Scores {
  const line = applyLogistic(model.line, matrix)
  const forest = model.forest && applyForest(model.forest, matrix)
  const share = model.treeShare
  const mixed = (a: Float64Array, b: Float64Array | undefined): Float64Array =>
    a.map((value, n) => (b ? (1 - share) * value + share * at(b, n) : value))
  return {
    score: mixed(line.score, forest?.score).map((value, row) => value + at(offset, row)),
    parts: mixed(line.parts, forest?.parts),
  }
}

/** What a person reads: the chance of an outcome, between 0 and 1. */
export const chances = (model: Model, scores: Float64Array): number[] =>
  Array.from(scores, score => probability(model.calibration, score))

function pick({ matrix, outcome, weight, offset }: Examples, rows: readonly number[]): Examples {
  const from = (array: Float64Array): Float64Array => Float64Array.from(rows, row => at(array, row))
  return {
    matrix: { features: matrix.features, rows: rows.length, columns: matrix.columns.map(from) },
    outcome: from(outcome),
    weight: from(weight),
    offset: from(offset),
  }
}

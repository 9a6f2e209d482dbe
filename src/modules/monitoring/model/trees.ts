import { type Bins, bin, binColumns } from './bins.ts'
import type { Examples, Scores } from './examples.ts'
import { at, codeAt, type Feature, itemAt, type Matrix, sigmoid } from './matrix.ts'
import { seededRandom } from './random.ts'
import { growTree, type Tree } from './tree.ts'

export interface TreeSettings {
  readonly rounds: number
  readonly rate: number
  readonly depth: number
  readonly bins: number
  /** Ridge on leaf values: with few positives a leaf must not shout. */
  readonly ridge: number
  /** Least sum of curvature in a leaf. */
  readonly leafWeight: number
  readonly rowShare: number
  readonly columnShare: number
  readonly seed: number
}

export interface Forest {
  readonly features: readonly Feature[]
  readonly bins: Bins
  readonly trees: readonly Tree[]
}

/** Gradient-boosted trees on histograms with logistic loss, second order, monotone where the feature says so. */
export function trainForest({ matrix, outcome, weight, offset }: Examples, settings: TreeSettings): Forest {
  const bins = binColumns(matrix, settings.bins)
  const codes = matrix.columns.map((column, c) => bin(column, bins.cuts[c] ?? new Float64Array()))
  const random = seededRandom(settings.seed)
  const score = Float64Array.from(offset)
  const gradient = new Float64Array(matrix.rows)
  const curvature = new Float64Array(matrix.rows)
  const trees: Tree[] = []
  for (let round = 0; round < settings.rounds; round += 1) {
    const chosen: number[] = []
    for (let row = 0; row < matrix.rows; row += 1) {
      const p = sigmoid(at(score, row))
      gradient[row] = at(weight, row) * (p - at(outcome, row))
      curvature[row] = at(weight, row) * p * (1 - p)
      if (random() < settings.rowShare) chosen.push(row)
    }
    const columns = matrix.features.map((_, c) => c).filter(() => random() < settings.columnShare)
    const tree = growTree({ codes, features: matrix.features, gradient, curvature }, chosen, columns, settings)
    trees.push(tree)
    for (let row = 0; row < matrix.rows; row += 1)
      score[row] = at(score, row) + itemAt(tree.value, leafOf(tree, codes, row))
  }
  return { features: matrix.features, bins, trees }
}

const none = new Uint8Array()

function leafOf(tree: Tree, codes: readonly Uint8Array[], row: number): number {
  let node = 0
  while (itemAt(tree.feature, node) >= 0) {
    const code = codeAt(codes[itemAt(tree.feature, node)] ?? none, row)
    node = code <= itemAt(tree.cut, node) ? itemAt(tree.left, node) : itemAt(tree.left, node) + 1
  }
  return node
}

/** Log-odds added by the forest to each row, and what each feature added on the way down (`rows × features`). */
export function applyForest(forest: Forest, matrix: Matrix): Scores {
  const width = forest.features.length
  const codes = matrix.columns.map((column, c) => bin(column, forest.bins.cuts[c] ?? new Float64Array()))
  const score = new Float64Array(matrix.rows)
  const parts = new Float64Array(matrix.rows * width)
  for (const tree of forest.trees)
    for (let row = 0; row < matrix.rows; row += 1) {
      let node = 0
      while (itemAt(tree.feature, node) >= 0) {
        const feature = itemAt(tree.feature, node)
        const code = codeAt(codes[feature] ?? none, row)
        const next = code <= itemAt(tree.cut, node) ? itemAt(tree.left, node) : itemAt(tree.left, node) + 1
        const slot = row * width + feature
        parts[slot] = at(parts, slot) + itemAt(tree.value, next) - itemAt(tree.value, node)
        node = next
      }
      score[row] = at(score, row) + itemAt(tree.value, node)
    }
  return { score, parts }
}

import { at, codeAt, type Feature, rowAt } from './matrix.ts'

/** A tree as columns; children of a node stand side by side, feature -1 marks a leaf. */
export interface Tree {
  readonly feature: number[]
  readonly cut: number[]
  readonly left: number[]
  readonly value: number[]
}

export interface Gradients {
  readonly codes: readonly Uint8Array[]
  readonly features: readonly Feature[]
  readonly gradient: Float64Array
  readonly curvature: Float64Array
}

interface Limits {
  readonly depth: number
  readonly ridge: number
  readonly leafWeight: number
  readonly rate: number
}

interface Open {
  readonly node: number
  readonly rows: Int32Array
  readonly depth: number
  readonly g: number
  readonly h: number
  readonly low: number
  readonly high: number
}

interface Split {
  readonly feature: number
  readonly cut: number
  readonly gain: number
  readonly g: number
  readonly h: number
}

/** Grows one tree to the greatest gain. Monotone features keep their promise by bounds handed down to the children. */
export function growTree(data: Gradients, chosen: readonly number[], columns: readonly number[], limits: Limits): Tree {
  const tree: Tree = { feature: [-1], cut: [0], left: [0], value: [0] }
  const rows = Int32Array.from(chosen)
  const [g, h] = sums(data, rows)
  tree.value[0] = leaf(g, h, -Infinity, Infinity, limits) * limits.rate
  const open: Open[] = [{ node: 0, rows, depth: 0, g, h, low: -Infinity, high: Infinity }]
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.depth >= limits.depth) continue
    const split = bestSplit(data, next, columns, limits)
    if (split) open.push(...divide(tree, data, next, split, limits))
  }
  return tree
}

function sums({ gradient, curvature }: Gradients, rows: Int32Array): [number, number] {
  let g = 0
  let h = 0
  for (const row of rows) {
    g += at(gradient, row)
    h += at(curvature, row)
  }
  return [g, h]
}

const leaf = (g: number, h: number, low: number, high: number, { ridge }: Limits): number =>
  Math.min(high, Math.max(low, -g / (h + ridge)))

const gainOf = (g: number, h: number, value: number, { ridge }: Limits): number =>
  -(g * value + 0.5 * (h + ridge) * value * value)

const histogramG = new Float64Array(256)
const histogramH = new Float64Array(256)

function bestSplit(data: Gradients, open: Open, columns: readonly number[], limits: Limits): Split | undefined {
  const own = gainOf(open.g, open.h, leaf(open.g, open.h, open.low, open.high, limits), limits)
  const gradients = Float64Array.from(open.rows, row => at(data.gradient, row))
  const curvatures = Float64Array.from(open.rows, row => at(data.curvature, row))
  let best: Split | undefined
  for (const feature of columns) {
    const codes = data.codes[feature]
    if (!codes) continue
    histogramG.fill(0)
    histogramH.fill(0)
    let top = 0
    for (let i = 0; i < open.rows.length; i += 1) {
      const code = codeAt(codes, rowAt(open.rows, i))
      histogramG[code] = at(histogramG, code) + at(gradients, i)
      histogramH[code] = at(histogramH, code) + at(curvatures, i)
      if (code > top) top = code
    }
    const monotone = data.features[feature]?.monotone ?? 0
    let g = 0
    let h = 0
    for (let cut = 0; cut < top; cut += 1) {
      g += at(histogramG, cut)
      h += at(histogramH, cut)
      if (h < limits.leafWeight) continue
      if (open.h - h < limits.leafWeight) break
      const left = leaf(g, h, open.low, open.high, limits)
      const right = leaf(open.g - g, open.h - h, open.low, open.high, limits)
      // Not knowing (bin 0) is no value: the promise does not bind between it and the known ones.
      if (monotone !== 0 && cut > 0 && (right - left) * monotone < 0) continue
      const gain = gainOf(g, h, left, limits) + gainOf(open.g - g, open.h - h, right, limits) - own
      if (gain > 1e-9 && gain > (best?.gain ?? 0)) best = { feature, cut, gain, g, h }
    }
  }
  return best
}

function divide(tree: Tree, data: Gradients, open: Open, split: Split, limits: Limits): Open[] {
  const codes = data.codes[split.feature] ?? new Uint8Array()
  const { low, high } = open
  const rest = { g: open.g - split.g, h: open.h - split.h }
  const left = leaf(split.g, split.h, low, high, limits)
  const right = leaf(rest.g, rest.h, low, high, limits)
  const monotone = split.cut > 0 ? (data.features[split.feature]?.monotone ?? 0) : 0
  const middle = (left + right) / 2
  const child = tree.feature.length
  tree.feature[open.node] = split.feature
  tree.cut[open.node] = split.cut
  tree.left[open.node] = child
  tree.feature.push(-1, -1)
  tree.cut.push(0, 0)
  tree.left.push(0, 0)
  tree.value.push(left * limits.rate, right * limits.rate)
  const depth = open.depth + 1
  return [
    {
      node: child,
      rows: open.rows.filter(row => codeAt(codes, row) <= split.cut),
      depth,
      ...{ g: split.g, h: split.h },
      low: monotone < 0 ? middle : low,
      high: monotone > 0 ? middle : high,
    },
    {
      node: child + 1,
      rows: open.rows.filter(row => codeAt(codes, row) > split.cut),
      depth,
      ...rest,
      low: monotone > 0 ? middle : low,
      high: monotone < 0 ? middle : high,
    },
  ]
}

import { bin, binColumns } from './bins.ts'
import { at, type Matrix } from './matrix.ts'

export interface Drift {
  readonly feature: string
  /** Population stability index; by custom under 0.1 is calm and from 0.25 the model is no longer about these shops. */
  readonly index: number
  readonly state: 'calm' | 'watch' | 'alarm'
}

export interface DriftPolicy {
  readonly watchFrom: number
  readonly alarmFrom: number
}

/** Whether today's shops still look like those the model learned from, feature by feature, most changed first. */
export function driftOf(learned: Matrix, today: Matrix, policy: DriftPolicy): Drift[] {
  const { cuts } = binColumns(learned, 10)
  return learned.features
    .map(({ name }, c): Drift => {
      const borders = cuts[c] ?? new Float64Array()
      const index = stability(
        shares(bin(learned.columns[c] ?? new Float64Array(), borders), borders.length + 2),
        shares(bin(today.columns[c] ?? new Float64Array(), borders), borders.length + 2),
      )
      return {
        feature: name,
        index,
        state: index >= policy.alarmFrom ? 'alarm' : index >= policy.watchFrom ? 'watch' : 'calm',
      }
    })
    .sort((a, b) => b.index - a.index)
}

/** An empty bin counts as half a row: the logarithm of nothing says nothing. */
function shares(codes: Uint8Array, bins: number): Float64Array {
  const counts = new Float64Array(bins).fill(0.5)
  for (const code of codes) counts[code] = at(counts, code) + 1
  const total = codes.length + bins / 2
  return counts.map(count => count / total)
}

const stability = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, share, n) => sum + (at(b, n) - share) * Math.log(at(b, n) / share), 0)

import { countyIndicators } from './county-indicators.ts'

export interface Drift {
  readonly feature: string
  /** Population stability index; by custom under 0.1 is calm and from 0.25 the model is no longer about these shops (Siddiqi, Credit Risk Scorecards, 2006; recalled). */
  readonly index: number
  readonly state: 'calm' | 'watch' | 'alarm'
}

export interface DriftPolicy {
  readonly watchFrom: number
  readonly alarmFrom: number
}

/** By indicator: in how many shops it was silent, weak, middling, strong, at its most. */
export type Shares = readonly { readonly feature: string; readonly counts: readonly number[] }[]

const bounds = [0, 0.25, 0.5, 0.75] as const

/** Adds the shops of one day. */
export function addShares(
  shares: Shares,
  days: readonly { readonly indicators: Readonly<Partial<Record<string, number>>> }[],
): Shares {
  const known = new Map(shares.map(({ feature, counts }) => [feature, counts]))
  return countyIndicators.map(feature => {
    const counts = [...(known.get(feature) ?? [...bounds.map(() => 0), 0])]
    for (const { indicators } of days) {
      const strength = indicators[feature] ?? 0
      const bin = bounds.filter(bound => strength > bound).length
      counts[bin] = (counts[bin] ?? 0) + 1
    }
    return { feature, counts }
  })
}

/** Whether today's shops still look like those the model learned from, indicator by indicator, most changed first. */
export function driftOf(learned: Shares, today: Shares, policy: DriftPolicy): Drift[] {
  const now = new Map(today.map(({ feature, counts }) => [feature, counts]))
  return learned
    .map(({ feature, counts }): Drift => {
      const index = stability(parts(counts), parts(now.get(feature) ?? []))
      return {
        feature,
        index,
        state: index >= policy.alarmFrom ? 'alarm' : index >= policy.watchFrom ? 'watch' : 'calm',
      }
    })
    .sort((a, b) => b.index - a.index || (a.feature < b.feature ? -1 : 1))
}

/** An empty bin counts as half a shop: the logarithm of nothing says nothing. */
function parts(counts: readonly number[]): number[] {
  const all = [...bounds, 1].map((_, n) => (counts[n] ?? 0) + 0.5)
  const total = all.reduce((sum, count) => sum + count, 0)
  return all.map(count => count / total)
}

const stability = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, share, n) => sum + ((b[n] ?? 0) - share) * Math.log((b[n] ?? share) / share), 0)

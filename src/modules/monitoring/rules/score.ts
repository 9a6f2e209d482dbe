/** One indicator that spoke for one shop. */
export interface Hit {
  readonly code: string
  /** 0–1: how far above its line. */
  readonly strength: number
}

export interface Score {
  readonly score: number
  /** Codes, the strongest first. */
  readonly reasons: readonly string[]
}

/** What turns indicators into a score: the published prior, or a model learned from inspections (`model/`). */
export type Scorer = (hits: readonly Hit[]) => Score

/**
 * 先验评分: 1 − Π(1 − weight × strength). More or stronger signs never lower it, and no single weak sign makes it high.
 * Of one indicator only the strongest hit counts: a shop on three shared devices is told once.
 */
export const priorScorer =
  (weights: ReadonlyMap<string, number>): Scorer =>
  hits => {
    const strongest = new Map<string, number>()
    for (const { code, strength } of hits) {
      const part = (weights.get(code) ?? 0) * Math.min(1, Math.max(0, strength))
      if (part > (strongest.get(code) ?? 0)) strongest.set(code, part)
    }
    const order = [...strongest].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    const miss = order.reduce((product, [, part]) => product * (1 - part), 1)
    return { score: Math.round((1 - miss) * 1e6) / 1e6, reasons: order.map(([code]) => code) }
  }

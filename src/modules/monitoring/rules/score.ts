/** One indicator that spoke for one subject. */
export interface Hit {
  readonly code: string
  /** 0–1: how far above its line. */
  readonly strength: number
}

interface Score {
  /** The chance that a visit finds something, 0–1. */
  readonly score: number
  /** Codes that raise it, the strongest first. */
  readonly reasons: readonly string[]
}

/** What turns the indicators of many subjects into scores: the published prior, or a model learned from inspections (`model/county.ts`). */
export type Scorer = (subjects: readonly (readonly Hit[])[]) => Score[]

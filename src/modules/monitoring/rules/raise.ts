export interface KnownAlert {
  readonly state: 'open' | 'true' | 'false' | 'unclear' | 'expired'
  readonly reasons: readonly string[]
  readonly score: number
  /** The sentences and numbers as they were. */
  readonly evidence: string
  readonly triagedDaysAgo: number | null
}

export interface FreshAlert {
  readonly reasons: readonly string[]
  readonly evidence: string
}

/** What becomes of something found: a new alert, news for the open one, or silence. */
export type Raising = 'raise' | 'renew' | 'keep' | 'silent'

/**
 * 合并: a subject has one open alert. What a person has judged is not raised again for as long as an alert lives, unless
 * it now has a reason that was not there when he judged.
 */
export function decideRaising(fresh: FreshAlert, known: readonly KnownAlert[], alertDays: number): Raising {
  const open = known.find(alert => alert.state === 'open')
  if (open) return open.evidence === fresh.evidence ? 'keep' : 'renew'
  const judged = known.some(
    ({ triagedDaysAgo, reasons }) =>
      triagedDaysAgo !== null && triagedDaysAgo < alertDays && fresh.reasons.every(code => reasons.includes(code)),
  )
  return judged ? 'silent' : 'raise'
}

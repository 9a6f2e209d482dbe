/** 指标: one thing worth a look, with what it means, where the idea comes from and how it is computed from the facts. */
export interface Indicator {
  readonly code: string
  /** The word of the policy (`model.brandSpike`) and of files (`kind` in alerts.csv). */
  readonly name: string
  readonly zh: string
  readonly en: string
  /** In plain Chinese, for the inspector and for the shopkeeper who asks. */
  readonly meaning: string
  readonly source: string
  /** Counts in the score beside others; alone it raises no alert. */
  readonly support?: true
  /** The tables without which it says nothing. */
  readonly needs: readonly string[]
  /**
   * Rows `subject_kind, subject, licence_no, strength (0–1), evidence (a struct; evidence.say is a sentence)` from the
   * facts of `watch/facts.ts`. `$names` are the thresholds of policy/monitoring.json. `$ramp` grows from 0.5 at the
   * threshold to 1 at twice of it.
   */
  readonly sql: string
}

export const subjectKinds = [
  'retailer',
  'device',
  'deliveryPoint',
  'account',
  'vehicle',
  'waybill',
  'vessel',
  'place',
] as const
export type SubjectKind = (typeof subjectKinds)[number]

/** 0.5 at the threshold, 1 from twice the threshold on. */
export const ramp = (value: string, threshold: string): string =>
  `least(1.0, greatest(0.0, 0.5 * (${value}) / (${threshold})))`

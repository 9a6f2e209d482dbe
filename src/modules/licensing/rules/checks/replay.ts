import type { Finding, Outcome } from '../../contract.ts'
import { type DecideService, decideService } from './decide.ts'
import type { CheckPolicy, ServiceFacts } from './facts.ts'

/** A run as it is kept (核对记录), with the policy of its version. */
export interface KeptRun {
  readonly applicationNo: string
  readonly ruleVersion: string
  readonly policyVersion: string
  readonly facts: ServiceFacts
  readonly findings: readonly Finding[]
  readonly outcome: Exclude<Outcome, 'stop'>
  /** null = the values of that version are not on record. */
  readonly policy: CheckPolicy | null
}

export type ReplayVerdict = 'same' | 'different' | 'otherRules' | 'noPolicy'

/**
 * 重算一次核对: the same facts under the same policy by the rules of its own version, whose book is given; the words count too. Whether
 * today's rules would end the same way is another question (`resultNow`).
 */
export function replayRun(run: KeptRun, decide: DecideService | undefined): ReplayVerdict {
  if (run.policy === null) return 'noPolicy'
  if (decide === undefined) return 'otherRules'
  const { outcome, findings } = decide(run.facts, run.policy)
  return outcome === run.outcome && canonical(findings) === canonical(run.findings) ? 'same' : 'different'
}

/** What today's rules make of a run of older ones, under the policy of its day. */
export const resultNow = ({ facts, policy }: KeptRun): Outcome | undefined =>
  policy === null ? undefined : decideService(facts, policy).outcome

/** 试算: what two policies make of the same application; undefined where they agree. */
export function differenceOf(
  run: Pick<KeptRun, 'facts'>,
  before: CheckPolicy,
  after: CheckPolicy,
): { readonly before: Outcome; readonly after: Outcome; readonly because: readonly string[] } | undefined {
  const [old, next] = [decideService(run.facts, before), decideService(run.facts, after)]
  if (old.outcome === next.outcome) return undefined
  const was = new Map(old.findings.map(finding => [finding.rule, finding.outcome]))
  const because = next.findings.filter(finding => was.get(finding.rule) !== finding.outcome).map(f => f.reason)
  return { before: old.outcome, after: next.outcome, because }
}

/** Key order differs between memory and jsonb without meaning anything. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

import type { HolidayCalendar } from '#kernel/working-days'
import type { LicensingPolicy } from '../policy.ts'
import { renewalWindow } from '../renewal/window.ts'
import { decideService, type Verdict } from './decide.ts'
import type { ServiceFacts } from './facts.ts'

type Values = Pick<LicensingPolicy, 'checks' | 'window'>

export interface PolicyDifference {
  readonly before: string
  readonly after: string
  readonly rules: readonly string[]
  readonly reasons: readonly string[]
}

/**
 * 试算一件: the same application under two sets of values, the renewal window counted anew for each; undefined where the
 * outcome is the same. Names the rules that speak otherwise, with their words under the new values.
 */
export function policyDifference(
  facts: ServiceFacts,
  { before, after }: { readonly before: Values; readonly after: Values },
  calendar: HolidayCalendar,
): PolicyDifference | undefined {
  const [old, next] = [verdictUnder(facts, before, calendar), verdictUnder(facts, after, calendar)]
  if (old.outcome === next.outcome) return undefined
  const said = (verdict: Verdict) => new Map(verdict.findings.map(({ rule, outcome }) => [rule, outcome]))
  const [was, is] = [said(old), said(next)]
  const changed = next.findings.filter(({ rule, outcome }) => was.get(rule) !== outcome)
  // A rule that no longer speaks (a switch put on) has its words only on the old side.
  const silent = old.findings.filter(({ rule }) => !is.has(rule))
  return {
    before: old.outcome,
    after: next.outcome,
    rules: [...changed, ...silent].map(({ rule }) => rule),
    reasons: [...changed.map(({ reason }) => reason), ...silent.map(({ reason }) => `不再适用：${reason}`)],
  }
}

function verdictUnder(facts: ServiceFacts, { checks, window }: Values, calendar: HolidayCalendar): Verdict {
  if (facts.request.service !== 'renewal') return decideService(facts, checks)
  const { validTo } = facts.window
  const [end, today] = [Temporal.PlainDate.from(validTo), Temporal.PlainDate.from(facts.today)]
  const counted = renewalWindow(end, today, { policy: window, calendar })
  if (!counted.ok) return decideService(facts, checks)
  const { kind, daysLeft, opensOn, lastTimelyDay } = counted.value
  const recounted = { kind, daysLeft, opensOn: opensOn.toString(), lastTimelyDay: lastTimelyDay.toString(), validTo }
  return decideService({ ...facts, window: recounted }, checks)
}

import type { Finding, Outcome } from '../../contract.ts'
import { checkDocument, checkHolder, checkMethod } from './check-applicant.ts'
import { checkBusiness } from './check-business.ts'
import { checkConsent, checkDuplicate } from './check-filing.ts'
import { checkState, checkSuspension, checkWindow } from './check-licence.ts'
import { checkAddress, checkSchools } from './check-place.ts'
import { checkHolds, checkOperator, checkSiteCheck } from './check-record.ts'
import type { RenewalFacts, RenewalPolicy } from './facts.ts'
import { finding } from './finding.ts'

/** Verdict of a run: grant 准予, person 转人工, stop 现在不能办. There is no word for refusal, and so no way to say it. */
export interface Verdict {
  readonly outcome: Outcome
  readonly findings: readonly Finding[]
}

/** All rules of a renewal in the order a person would ask. */
const rules: readonly ((facts: RenewalFacts, policy: RenewalPolicy) => Finding)[] = [
  checkHolder,
  checkConsent,
  checkDocument,
  checkMethod,
  checkState,
  checkWindow,
  checkDuplicate,
  checkSuspension,
  checkBusiness,
  checkSchools,
  checkAddress,
  checkOperator,
  checkHolds,
  checkSiteCheck,
]

/** 核对一次延续申请: the same function before and after submitting, so that both screens give the same reasons. */
export function decideRenewal(facts: RenewalFacts, policy: RenewalPolicy): Verdict {
  const found = rules.map(rule => rule(facts, policy))
  const findings = policy.autoGrantEnabled ? found : [...found, finding('A02.off', 'person')]
  return { outcome: combine(findings), findings }
}

/** Any stop stops; any doubt goes to a person, and what was not checked is a doubt; only all passes grant. */
export function combine(findings: readonly Finding[]): Outcome {
  if (findings.some(f => f.outcome === 'stop')) return 'stop'
  return findings.length > 0 && findings.every(f => f.outcome === 'pass') ? 'grant' : 'person'
}

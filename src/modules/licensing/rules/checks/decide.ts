import type { Finding, Outcome } from '../../contract.ts'
import { services } from '../services/table.ts'
import { checkDocument, checkHelper, checkHolder, checkMethod } from './check-applicant.ts'
import { checkBusiness, checkBusinessOfChange, checkBusinessOfNew } from './check-business.ts'
import { checkChangeItems, checkUnchanged } from './check-change.ts'
import { checkConsent, checkDuplicate } from './check-filing.ts'
import { checkQuota, checkSpacing, checkThirdParty } from './check-layout.ts'
import { checkRequestedSuspension, checkState, checkSuspension, checkWindow } from './check-licence.ts'
import { checkAlwaysPerson, checkNewConditions } from './check-new.ts'
import { checkAddress, checkECigarettes, checkPremises, checkSchools } from './check-place.ts'
import { checkAmounts, checkDisqualified, checkHolds, checkOperator, checkSiteCheck } from './check-record.ts'
import type { CheckPolicy, ServiceFacts } from './facts.ts'
import { finding } from './finding.ts'
import type { RuleName } from './rule-names.ts'

/** Verdict of a run: grant 准予, person 转人工, stop 现在不能办. There is no word for refusal, and so no way to say it. */
export interface Verdict {
  readonly outcome: Outcome
  readonly findings: readonly Finding[]
}

const rules: Readonly<Record<RuleName, (facts: ServiceFacts, policy: CheckPolicy) => Finding>> = {
  holder: checkHolder,
  consent: checkConsent,
  document: checkDocument,
  method: checkMethod,
  state: checkState,
  window: checkWindow,
  duplicate: checkDuplicate,
  newDuplicate: checkDuplicate,
  suspension: checkRequestedSuspension,
  suspendedTerm: checkSuspension,
  unchanged: checkUnchanged,
  changeItems: checkChangeItems,
  business: checkBusiness,
  businessOfChange: checkBusinessOfChange,
  businessOfNew: checkBusinessOfNew,
  schools: checkSchools,
  spacing: checkSpacing,
  quota: checkQuota,
  thirdParty: checkThirdParty,
  sharedAddress: checkAddress,
  severalLicences: checkOperator,
  holds: checkHolds,
  disqualified: checkDisqualified,
  amounts: checkAmounts,
  premises: checkPremises,
  eCigarettes: checkECigarettes,
  helperLimit: checkHelper,
  siteCheck: checkSiteCheck,
  newConditions: checkNewConditions,
  alwaysPerson: checkAlwaysPerson,
}

export type DecideService = (facts: ServiceFacts, policy: CheckPolicy) => Verdict

/**
 * 核对一次申请: the rules of the service in the order a person would ask. The same function runs in the browser before
 * submitting and on the server after it, so that both give the same reasons.
 */
export function decideService(facts: ServiceFacts, policy: CheckPolicy): Verdict {
  const service = services[facts.request.service]
  const found = service.rules.map(rule => rules[rule](facts, policy))
  const findings = [...found, ...switchedOff(facts, policy)]
  return { outcome: combine(findings), findings }
}

/** 自动准予关闭: by policy for the service, or by the emergency switch at this moment (A02). */
function switchedOff({ request, automaticStopped }: ServiceFacts, policy: CheckPolicy): Finding[] {
  if (automaticStopped) return [finding('A02.stopped', 'person')]
  const { automatic } = services[request.service]
  return automatic && !policy.automatic[request.service] ? [finding('A02.off', 'person')] : []
}

/** Any stop stops; any doubt goes to a person, and what was not checked is a doubt; only all passes grant. */
function combine(findings: readonly Finding[]): Outcome {
  if (findings.some(f => f.outcome === 'stop')) return 'stop'
  return findings.length > 0 && findings.every(f => f.outcome === 'pass') ? 'grant' : 'person'
}

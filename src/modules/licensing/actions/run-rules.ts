import type { Result } from '#kernel/refusal'
import { ok } from '#kernel/refusal'
import { type RenewalFacts as RegisterFacts, renewalFacts as registerFacts } from '#modules/registry'
import { sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Outcome } from '../contract.ts'
import { ruleVersion } from '../rules/renewal/basis.ts'
import { decideRenewal, type Verdict } from '../rules/renewal/decide.ts'
import type { BusinessFact, RenewalFacts } from '../rules/renewal/facts.ts'
import { gatherFacts } from '../rules/renewal/gather.ts'
import type { RenewalWindow } from '../rules/renewal/window.ts'
import type { Circumstances, LicenceRow, RuleRun } from '../store.ts'
import type { Setting } from './setting.ts'

/** Who asks, on which day, with what in hand. */
export interface RunRequest {
  readonly personIndex: string
  readonly method: string
  readonly consent: RenewalFacts['consent']
  readonly business: BusinessFact
  /** The day the citizen filed. */
  readonly on: Temporal.PlainDate
}

export interface RanRules {
  readonly verdict: Verdict
  readonly outcome: Outcome
  readonly facts: RenewalFacts
  readonly window: RenewalWindow
  readonly register: RegisterFacts | undefined
}

/** 核对: reads the register and runs the rules; the same function before submitting and at it. */
export async function runRules(
  tx: Tx,
  on: { readonly licence: LicenceRow; readonly circumstances: Circumstances; readonly request: RunRequest },
  { policy, calendar }: Setting,
): Promise<Result<RanRules>> {
  const { licence, circumstances, request } = on
  const register = await registerFacts(tx, licence.licenceNo)
  const gathered = gatherFacts(
    {
      licence,
      circumstances,
      register: register && { ...register, hasPosition: register.retailer.position !== null },
      applicant: { isHolder: licence.operatorIndex === request.personIndex, method: request.method },
      consent: request.consent,
      business: request.business,
    },
    request.on,
    { policy: policy.window, calendar },
  )
  if (!gathered.ok) return gathered
  const verdict = decideRenewal(gathered.value.facts, policy.renewal)
  return ok({ ...gathered.value, verdict, outcome: verdict.outcome, register })
}

/** The run as it is kept: facts without a name in them, and their digest, so that they cannot be changed unseen. */
export function runRecord({ facts, verdict }: RanRules, policyVersion: string): RuleRun {
  const factsDigest = sm3(JSON.stringify(facts)).toString('hex')
  return { ruleVersion, policyVersion, facts, factsDigest, findings: verdict.findings }
}

import type { Result } from '#kernel/refusal'
import { ok } from '#kernel/refusal'
import { type RenewalFacts as RegisterFacts, renewalFacts as registerFacts, schoolLimits } from '#modules/registry'
import { sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Outcome } from '../contract.ts'
import { ruleVersion } from '../rules/checks/basis.ts'
import { decideService, type Verdict } from '../rules/checks/decide.ts'
import type { BusinessFact, FaceFact, RequestFacts, ServiceFacts } from '../rules/checks/facts.ts'
import { gatherFacts, schoolFactsOf } from '../rules/checks/gather.ts'
import type { LicensingPolicy } from '../rules/policy.ts'
import type { RenewalWindow } from '../rules/renewal/window.ts'
import { type Circumstances, countAssistedWithPhone, type LicenceRow, type RuleRun } from '../store.ts'
import { contactIndex } from './contact-index.ts'
import type { Setting } from './setting.ts'

/** Who asks for what, on which day, with what in hand. */
export interface RunRequest {
  readonly request: RequestFacts
  readonly personIndex: string
  readonly method: string
  /** The face comparison of the session, if there was one. */
  readonly face?: FaceFact | undefined
  /** 认证等级, if the person came by the unified identity. */
  readonly level?: number | undefined
  readonly agent?: ServiceFacts['agent']
  readonly typed?: boolean | undefined
  readonly consent: ServiceFacts['consent']
  readonly business: BusinessFact
  readonly assistedToday: number | null
  /** The number given with the application; null = the one on file. */
  readonly phone?: string | null
  /** The day the citizen filed. */
  readonly on: Temporal.PlainDate
}

export interface RanRules {
  readonly verdict: Verdict
  readonly outcome: Outcome
  readonly facts: ServiceFacts
  readonly window: RenewalWindow
  readonly register: RegisterFacts | undefined
  /** Keyed index of the number this application can be reached at. */
  readonly phoneIndex: string | null
}

/** 核对: reads the register and runs the rules of the service; the same function before submitting and at it. */
export async function runRules(
  tx: Tx,
  on: { readonly licence: LicenceRow; readonly circumstances: Circumstances; readonly asked: RunRequest },
  { policy, calendar, keyring }: Setting,
): Promise<Result<RanRules>> {
  const { licence, circumstances, asked } = on
  const register = await registerFacts(tx, licence.licenceNo)
  const { automaticStops: stops } = circumstances
  const phoneIndex = contactIndex(asked.phone ?? null, register?.retailer.phoneSealed ?? null, keyring)
  const gathered = gatherFacts(
    {
      licence,
      circumstances: {
        ...circumstances,
        automaticStopped: stops.includes('all') || stops.includes(asked.request.service),
      },
      register: register && {
        ...register,
        schools: schoolFactsOf(register.retailer.position, register, schoolLimits(asked.on).positionErrorMetres),
        nearestShop: null,
      },
      applicant: {
        isHolder: licence.operatorIndex === asked.personIndex,
        method: asked.method,
        face: asked.face,
        level: asked.level,
        ...(asked.agent ? { agent: asked.agent } : {}),
        typed: asked.typed,
      },
      consent: asked.consent,
      business: asked.business,
      request: asked.request,
      assistedToday: asked.assistedToday,
      assistedWithPhone: await countedWithPhone(tx, asked, phoneIndex),
    },
    asked.on,
    { policy: policy.window, calendar },
  )
  if (!gathered.ok) return gathered
  const verdict = decideService(gathered.value.facts, policy.checks)
  return ok({ ...gathered.value, verdict, outcome: verdict.outcome, register, phoneIndex })
}

/** R19: asked only where somebody helped. */
export const countedWithPhone = async (
  tx: Tx,
  { assistedToday, personIndex, on }: Pick<RunRequest, 'assistedToday' | 'personIndex' | 'on'>,
  phoneIndex: string | null,
): Promise<number | undefined> =>
  assistedToday === null || phoneIndex === null
    ? undefined
    : countAssistedWithPhone(tx, { phoneIndex, personIndex, day: on })

/** The run as it is kept: facts without a name in them, and their digest, so that they cannot be changed unseen. */
export function runRecord(
  { facts, verdict }: Pick<RanRules, 'facts' | 'verdict'>,
  { version: policyVersion, checks: policy }: LicensingPolicy,
): RuleRun {
  const factsDigest = sm3(JSON.stringify(facts)).toString('hex')
  return { ruleVersion, policyVersion, facts, factsDigest, findings: verdict.findings, policy }
}

import type { RenewalFacts } from '#modules/registry'
import { schoolLimits } from '#modules/registry'
import { licensingPolicy } from '../policy.ts'
import { decideService } from '../rules/checks/decide.ts'
import { gatherFacts, schoolFactsOf } from '../rules/checks/gather.ts'
import { requestFacts } from '../rules/services/request-facts.ts'
import type { RuleRun } from '../store.ts'
import type { PastFile } from './past-files.ts'
import { runRecord } from './run-rules.ts'
import type { Setting } from './setting.ts'

export interface PastRun {
  readonly outcome: 'grant' | 'person' | 'stop'
  readonly method: string
  readonly run: RuleRun
}

/**
 * 往期办件的智能核对: the real rules under the values of that day, over what the register says of the shop now. What no register keeps of
 * a past day (open cases, other applications) is taken as nothing. Undefined where the day cannot be counted.
 */
export function pastRun(
  file: PastFile,
  register: RenewalFacts,
  { on, siteCheckedOn, calendar }: { on: Temporal.PlainDate; siteCheckedOn: string | null } & Pick<Setting, 'calendar'>,
): PastRun | undefined {
  const policy = licensingPolicy(on)
  // Before the card came with a code it was the card alone.
  const method = policy.checks.identityMethods.includes(file.method) ? file.method : 'card'
  const { retailer } = register
  const validTo = file.deemedAfter ?? retailer.validTo
  const pause = file.service === 'resume' ? file.pause : null
  const known = {
    ...{ today: on.toString(), validTo, scope: [...retailer.scope], business: null },
    ...{ suspendedFrom: pause?.from ?? null, suspendedTo: pause?.to ?? null },
    minimumMonths: policy.checks.suspensionMinimumMonths,
    maximumDays: policy.checks.suspensionMaximumDays,
  }
  const gathered = gatherFacts(
    {
      licence: {
        state: pause ? 'suspended' : 'valid',
        validTo,
        suspendedFrom: pause?.from ?? null,
        suspendedTo: pause?.to ?? null,
      },
      circumstances: { openApplications: {}, holds: [], siteCheckedOn, automaticStopped: false },
      register: {
        ...register,
        schools: schoolFactsOf(retailer.position, register, schoolLimits(on).positionErrorMetres),
        nearestShop: null,
      },
      applicant: { isHolder: true, method, ...(method === 'oidc' ? { level: 3 } : {}) },
      consent: { agreed: true, version: policy.checks.consentVersion },
      business:
        retailer.creditCode === null
          ? { kind: 'noCode' }
          : { kind: 'found', live: true, sameName: true, sameOperator: true, sameAddress: true },
      request: requestFacts(file.service, file.answers, known),
      assistedToday: file.helped ? 1 : null,
      assistedWithPhone: file.helped ? 0 : undefined,
    },
    on,
    { policy: policy.window, calendar },
  )
  if (!gathered.ok) return undefined
  const { facts } = gathered.value
  const verdict = decideService(facts, policy.checks)
  return { outcome: verdict.outcome, method, run: runRecord({ facts, verdict }, policy) }
}

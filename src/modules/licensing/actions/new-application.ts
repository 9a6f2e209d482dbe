import { ok, type Result, refuse } from '#kernel/refusal'
import { listByOperator } from '#modules/registry'
import type { Tx } from '#platform/database'
import { ruleVersion } from '../rules/checks/basis.ts'
import { decideService } from '../rules/checks/decide.ts'
import type { BusinessFact, ServiceFacts } from '../rules/checks/facts.ts'
import { identityOf } from '../rules/checks/gather.ts'
import type { Answers, Known } from '../rules/services/question.ts'
import { requestFacts } from '../rules/services/request-facts.ts'
import { findOpenIssue, listStoppedServices } from '../store/new-applications.ts'
import type { Setting } from './setting.ts'

export interface NewApplicant {
  readonly personIndex: string
  readonly method: string
  readonly consent: ServiceFacts['consent']
  readonly business: BusinessFact
  readonly assistedToday: number | null
  readonly on: Temporal.PlainDate
}

/** 新办 starts from nothing but what the market regulator says. */
export const knownOfNew = (on: Temporal.PlainDate, business: Known['business'], { policy }: Pick<Setting, 'policy'>) =>
  ({
    today: on.toString(),
    validTo: on.toString(),
    scope: [],
    suspendedFrom: null,
    suspendedTo: null,
    business,
    minimumMonths: policy.checks.suspensionMinimumMonths,
    maximumDays: policy.checks.suspensionMaximumDays,
  }) satisfies Known

/**
 * 新办的事实: there is no licence to look at, and no position before two people have been there (XK 34), so what is
 * measured at the place stays "not known" and a person looks.
 */
export async function factsOfNew(
  tx: Tx,
  { answers, known, by }: { readonly answers: Answers; readonly known: Known; readonly by: NewApplicant },
): Promise<ServiceFacts> {
  const stops = await listStoppedServices(tx)
  const licences = await listByOperator(tx, by.personIndex)
  const live = licences.filter(({ licenceState }) => licenceState === 'valid' || licenceState === 'suspended')
  const day = by.on.toString()
  return {
    request: requestFacts('issue', answers, known),
    today: day,
    applicantIsHolder: true,
    identity: identityOf({ isHolder: true, method: by.method }),
    consent: by.consent,
    business: by.business,
    licenceState: 'none',
    window: { kind: 'open', daysLeft: 0, opensOn: day, lastTimelyDay: day, validTo: day },
    suspension: 'none',
    gates: null,
    nearestShop: null,
    sameAddressLicences: null,
    sameOperatorLicences: live.length,
    holds: [],
    siteCheckAgeDays: null,
    openApplicationNo: await findOpenIssue(tx, by.personIndex, answers['shopName'] ?? ''),
    assistedToday: by.assistedToday,
    automaticStopped: stops.includes('all') || stops.includes('issue'),
  }
}

export const runNew = (facts: ServiceFacts, { policy }: Pick<Setting, 'policy'>) => ({
  ruleVersion,
  verdict: decideService(facts, policy.checks),
})

/** The place must lie in a town of this county: its office decides (ZMF 16). */
export function townOf(answers: Answers, { policy }: Pick<Setting, 'policy'>): Result<string> {
  const town = answers['town'] ?? ''
  return /^\d{9}$/u.test(town) && town.startsWith(policy.bureau.areaCode)
    ? ok(town)
    : refuse('answerWrong', { question: '店在哪个镇（街道）？', questionEn: 'In which town?' })
}

import { describeCounterSession, describeSession, findIdentityLevel } from '#modules/access'
import { listByOperator, listTowns, liveOfPhone, placeFacts, schoolLimits } from '#modules/registry'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { ruleVersion } from '../rules/checks/basis.ts'
import { businessFactOf } from '../rules/checks/business-match.ts'
import { decideService } from '../rules/checks/decide.ts'
import type { BusinessFact, PlaceFact, SchoolFacts, ServiceFacts } from '../rules/checks/facts.ts'
import { identityOf, schoolFactsOf } from '../rules/checks/gather.ts'
import { parsePlaceText } from '../rules/services/place-text.ts'
import { type Answers, type Known, withGiven } from '../rules/services/question.ts'
import { requestFacts } from '../rules/services/request-facts.ts'
import { services } from '../rules/services/table.ts'
import { findOpenIssue, listStoppedServices, readPersonRecord } from '../store/new-applications.ts'
import { countAssisted } from '../store.ts'
import { contactIndex } from './contact-index.ts'
import type { Applicant } from './filing.ts'
import { findProvenApplicant, notLooked, type OwnLook, withoutLicensed } from './proven-applicant.ts'
import { countedWithPhone } from './run-rules.ts'
import type { Setting } from './setting.ts'

/** What a person asks for who has no licence yet, and what the market regulator answered. */
export interface NewCase {
  readonly by: Applicant
  readonly answers: Answers
  readonly phone: string | null
  readonly consent: ServiceFacts['consent']
  readonly business: BusinessFact
  readonly businessNow: Known['business']
  readonly on: Temporal.PlainDate
  /** The person's business licences, where the library was asked for them. */
  readonly own?: OwnLook
}

/** 新办 starts from what the registers say: the business licence, the towns, and who the card or the unified identity says it is. */
export async function knownOfNew(
  tx: Tx,
  { by, businessNow, on, own = notLooked }: Pick<NewCase, 'by' | 'businessNow' | 'on' | 'own'>,
  { policy, keyring }: Setting,
): Promise<Known> {
  const { checks, bureau } = policy
  return {
    today: on.toString(),
    validTo: on.toString(),
    scope: [],
    suspendedFrom: null,
    suspendedTo: null,
    business: businessNow,
    minimumMonths: checks.suspensionMinimumMonths,
    maximumDays: checks.suspensionMaximumDays,
    newShop: {
      towns: await listTowns(tx, bureau.areaCode),
      applicantName: await nameOf(tx, by, keyring),
      numberKnown: (await findProvenApplicant(tx, by, keyring)) !== undefined,
      ...(await withoutLicensed(tx, own, by.personIndex)),
    },
  }
}

async function nameOf(tx: Tx, { channel, sessionId }: Applicant, keyring: Keyring): Promise<string | null> {
  const session =
    channel === 'window'
      ? await describeCounterSession(tx, sessionId, keyring)
      : await describeSession(tx, sessionId, keyring)
  return session?.name ?? null
}

/**
 * 新办的事实: gathered here and never typed: what stands around the place, what is on record of the person, who asked earlier.
 * Straight lines are hints; what no register knows stays "not known" and two people look (XK 34).
 */
export async function factsOfNew(tx: Tx, asked: NewCase, known: Known, setting: Setting): Promise<ServiceFacts> {
  const { by, business, on } = asked
  const answers = withGiven(services.issue.questions, asked.answers, known)
  const stops = await listStoppedServices(tx)
  const licences = await listByOperator(tx, by.personIndex)
  const live = licences.filter(({ licenceState }) => licenceState === 'valid' || licenceState === 'suspended')
  const record = await readPersonRecord(tx, by.personIndex, answers['town'] ?? '')
  const around = await lookAround(tx, answers, on)
  const level = by.method === 'oidc' ? await findIdentityLevel(tx, by.sessionId) : undefined
  const assistedToday = by.helperId === null ? null : await countAssisted(tx, by.helperId, on)
  const phoneIndex = contactIndex(asked.phone, null, setting.keyring)
  const assistedWithPhone = await countedWithPhone(tx, { assistedToday, personIndex: by.personIndex, on }, phoneIndex)
  const day = on.toString()
  return {
    request: requestFacts('issue', answers, known),
    today: day,
    applicantIsHolder: true,
    identity: identityOf({ method: by.method, level }),
    consent: asked.consent,
    business: business.kind === 'found' ? businessOf(business, known, answers) : business,
    licenceState: 'none',
    window: { kind: 'open', daysLeft: 0, opensOn: day, lastTimelyDay: day, validTo: day },
    suspension: 'none',
    schools: around?.schools ?? null,
    nearestShop: around?.nearestShop ?? null,
    sameAddressLicences: around?.liveAtAddress ?? null,
    sameOperatorLicences: live.length,
    household: { phone: phoneIndex === null ? 0 : await liveOfPhone(tx, phoneIndex, by.personIndex) },
    holds: record.holds,
    siteCheckAgeDays: null,
    openApplicationNo: await findOpenIssue(tx, by.personIndex, answers['shopName'] ?? ''),
    assistedToday,
    ...(assistedWithPhone === undefined ? {} : { assistedWithPhone }),
    ...(around ? { place: { ...around.place, earlierInTown: record.earlierInTown } } : {}),
    bars: record.bars,
    automaticStopped: stops.includes('all') || stops.includes('issue'),
  }
}

interface Around {
  readonly schools: SchoolFacts | null
  readonly nearestShop: number | null
  readonly liveAtAddress: number
  readonly place: Omit<PlaceFact, 'earlierInTown'>
}

/** undefined until address and town are said. */
async function lookAround(tx: Tx, answers: Answers, on: Temporal.PlainDate): Promise<Around | undefined> {
  const { address, town } = answers
  if (!address || !town) return undefined
  const said = parsePlaceText(answers['position'] ?? '')
  const seen = await placeFacts(tx, { address, town, position: said?.position ?? null })
  const { positionErrorMetres } = schoolLimits(on)
  const { nearestShop, positionFrom, liveAtAddress, liveInTown: shopsInTown } = seen
  // One end is the gate or the neighbour's door as on record, the other the telephone's word or the record too.
  const errorMetres =
    positionErrorMetres + (said && positionFrom === 'asker' ? said.accuracyMetres : positionErrorMetres)
  return {
    // Half of the sum at either end is the sum.
    schools: schoolFactsOf(seen.position, seen, errorMetres / 2),
    nearestShop,
    liveAtAddress,
    place: { town, positionFrom, errorMetres, shopsInTown },
  }
}

/** What the applicant says otherwise than the regulator; what is not said yet differs from nothing. */
function businessOf(
  { live }: Extract<BusinessFact, { kind: 'found' }>,
  { business }: Known,
  answers: Answers,
): BusinessFact {
  if (!business) return { kind: 'unavailable' }
  const { name, operatorName, address } = business
  return businessFactOf(
    { kind: 'found', licence: { ...business, live } },
    {
      name: answers['shopName'] ?? name,
      operatorName: answers['operatorName'] ?? operatorName,
      address: answers['address'] ?? address,
    },
  )
}

export const runNew = (facts: ServiceFacts, { policy }: Pick<Setting, 'policy'>) => ({
  ruleVersion,
  verdict: decideService(facts, policy.checks),
})

import { describeCounterSession, findProvenIdentity } from '#modules/access'
import { listByOperator } from '#modules/registry'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import type { BusinessesOfPerson, OwnBusinesses } from '../ports.ts'
import { readIdNo } from '../rules/services/new-shop.ts'
import type { KnownBusiness, NewShop } from '../rules/services/question.ts'
import type { Applicant } from './filing.ts'
import { inTime } from './look-at-business.ts'

/** The applicant as the unified identity gave name, number and telephone with this session; opened for the one use at hand. */
export type ProvenApplicant = NonNullable<Awaited<ReturnType<typeof findProvenIdentity>>>

/** Of the own telephone only, and of the applicant only: whoever acts for somebody proves nothing of that person. */
export async function findProvenApplicant(
  tx: Tx,
  { channel, sessionId, personIndex }: Pick<Applicant, 'channel' | 'sessionId' | 'personIndex'>,
  keyring: Keyring,
): Promise<ProvenApplicant | undefined> {
  if (channel !== 'online') return undefined
  const proven = await findProvenIdentity(tx, sessionId, keyring)
  return proven && keyring.blindIndex('person', proven.idNo) === personIndex ? proven : undefined
}

/** 窗口: the number of the card that the officer has before him, if it is that of the person who stands there. */
export async function findCardHolder(
  tx: Tx,
  { channel, sessionId, personIndex }: Pick<Applicant, 'channel' | 'sessionId' | 'personIndex'>,
  { typed, keyring }: { readonly typed: string; readonly keyring: Keyring },
): Promise<ProvenApplicant | undefined> {
  const idNo = readIdNo(typed)
  if (channel !== 'window' || idNo === undefined || keyring.blindIndex('person', idNo) !== personIndex) return undefined
  const session = await describeCounterSession(tx, sessionId, keyring)
  return session && { name: session.name, idNo, phone: null }
}

export type OwnLook = Pick<NewShop, 'businesses' | 'businessesLook'>
export const notLooked: OwnLook = { businesses: [], businessesLook: 'notAsked' }

/**
 * 名下的营业执照 (ZX 7), asked outside of any transaction. Slow, down or lying is no answer: the person then types the code, and
 * the screen says what could not be looked up.
 */
export async function lookAtOwn(
  library: BusinessesOfPerson | undefined,
  person: ProvenApplicant | undefined,
  milliseconds: number,
): Promise<OwnLook> {
  if (!person) return notLooked
  const away: OwnBusinesses = { kind: 'unavailable' }
  const { name, idNo } = person
  const look = library ? await inTime(signal => library.listOf({ name, idNo }, signal), away, milliseconds) : away
  if (look.kind === 'unavailable') return { businesses: [], businessesLook: 'unavailable' }
  const businesses = look.licences.map(({ live: _, ...business }): KnownBusiness => business)
  return { businesses, businessesLook: 'found' }
}

/** One place, one licence: a business that sells tobacco already is not offered for a new one. */
export async function withoutLicensed(tx: Tx, own: OwnLook, personIndex: string): Promise<OwnLook> {
  if (own.businesses.length === 0) return own
  const licensed = (await listByOperator(tx, personIndex))
    .filter(({ licenceState }) => licenceState === 'valid' || licenceState === 'suspended')
    .map(({ creditCode }) => creditCode)
  return { ...own, businesses: own.businesses.filter(({ creditCode }) => !licensed.includes(creditCode)) }
}

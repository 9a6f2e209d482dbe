import { parseAreaCode } from '#kernel/area'
import { cleanText } from '#kernel/chinese-text'
import type { Moment } from '#kernel/dates'
import { maskPhone } from '#kernel/masking'
import { parsePhone } from '#kernel/phone'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import { type Tx, uniqueViolation } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { findAgency } from '../queries/agencies.ts'
import type { AgencyKind } from '../rules/agencies.ts'
import { insertAgency, insertContact } from '../store/agencies.ts'

interface By {
  readonly by: string
  readonly at: Moment
}

export interface AgencyAsked {
  readonly kind: AgencyKind
  readonly name: string
  readonly areas: readonly string[]
  readonly publicKey: string | null
}

/** 登记协作单位; gives its id. */
export async function addAgency(tx: Tx, asked: AgencyAsked, { by, at }: By): Promise<Result<string>> {
  const name = cleanText(asked.name, { max: 60 })
  if (!name.ok) return name
  const areas = asked.areas.map(area => parseAreaCode(area))
  if (areas.some(area => !area.ok)) return refuse('agencyAreaUnknown')
  const id = randomId()
  const one = {
    ...asked,
    id,
    name: name.value,
    areas: areas.flatMap(area => (area.ok ? [area.value] : [])),
    by,
    at: at.instant,
  }
  try {
    await insertAgency(tx, one)
  } catch (error) {
    if (uniqueViolation(error) === 'agency_name') return refuse('agencyKnown', { name: name.value })
    throw error
  }
  return ok(id)
}

export interface ContactAsked {
  readonly agencyId: string
  readonly name: string
  readonly duty: string
  readonly phone: string
  readonly accountId: string | null
}

/** 登记联系人: who answers for the agency by name; his account, if he has one, is of the same agency. */
export async function addContact(
  tx: Tx,
  asked: ContactAsked,
  { by, at, keyring }: By & { readonly keyring: Pick<Keyring, 'sealField'> },
): Promise<Result<string>> {
  const agency = await findAgency(tx, asked.agencyId)
  if (agency?.state !== 'active') return refuse('agencyMissing')
  const phone = parsePhone(asked.phone)
  if (!phone.ok) return phone
  const name = cleanText(asked.name, { max: 30 })
  if (!name.ok) return name
  const duty = cleanText(asked.duty, { max: 60 })
  if (!duty.ok) return duty
  const id = randomId()
  const given = { agencyId: agency.id, name: name.value, duty: duty.value, accountId: asked.accountId }
  const masked = maskPhone(phone.value.replaceAll('-', ''))
  try {
    await insertContact(tx, {
      id,
      ...given,
      phoneSealed: keyring.sealField(phone.value),
      phoneMasked: masked,
      by,
      at: at.instant,
    })
  } catch (error) {
    if (uniqueViolation(error) === 'contact_of_account') return refuse('contactAccountTaken')
    throw error
  }
  return ok(id)
}

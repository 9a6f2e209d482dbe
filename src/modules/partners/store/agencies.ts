import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { AgencyKind } from '../rules/agencies.ts'

interface Added {
  readonly id: string
  readonly by: string
  readonly at: Temporal.Instant
}

export interface NewAgency extends Added {
  readonly kind: AgencyKind
  readonly name: string
  readonly areas: readonly string[]
  readonly publicKey: string | null
}

export async function insertAgency(tx: Tx, one: NewAgency): Promise<void> {
  await sql`insert into partners.agency (id, kind, name, areas, public_key, added_by, added_at)
    values (${one.id}, ${one.kind}, ${one.name}, ${[...one.areas]}, ${one.publicKey}, ${one.by}, ${`${one.at}`})`.execute(
    tx,
  )
}

export async function saveAgencyKey(tx: Tx, id: string, publicKey: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update partners.agency set public_key = ${publicKey}
    where id = ${id} and state = 'active'`.execute(tx)
  return Number(numAffectedRows ?? 0) === 1
}

export interface NewContact extends Added {
  readonly agencyId: string
  readonly name: string
  readonly duty: string
  readonly phoneSealed: string
  readonly phoneMasked: string
  readonly accountId: string | null
}

export async function insertContact(tx: Tx, one: NewContact): Promise<void> {
  await sql`insert into partners.contact (id, agency_id, name, duty, phone_sealed, phone_masked, account_id, added_by, added_at)
    values (${one.id}, ${one.agencyId}, ${one.name}, ${one.duty}, ${one.phoneSealed}, ${one.phoneMasked}, ${one.accountId}, ${one.by},
      ${`${one.at}`})`.execute(tx)
}

import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { AgencyKind } from '../rules/agencies.ts'

export interface Agency {
  readonly id: string
  readonly kind: AgencyKind
  readonly name: string
  /** County or towns it answers for. */
  readonly areas: readonly string[]
  /** 收件公钥 of its hand-over packages. */
  readonly publicKey: string | null
  readonly state: 'active' | 'closed'
}

/** 联系人 of an agency; the telephone stays sealed in the table. */
export interface Contact {
  readonly id: string
  readonly agencyId: string
  readonly name: string
  readonly duty: string
  readonly phoneMasked: string
  readonly accountId: string | null
  readonly account: string | null
  readonly state: 'active' | 'closed'
}

const columns = sql`id, kind, name, areas, public_key, state`

/** Every agency of the county, or the one a partner belongs to. */
export async function listAgencies(tx: Tx): Promise<Agency[]> {
  const { rows } = await sql<Agency>`select ${columns} from partners.agency order by state, kind, name`.execute(tx)
  return rows
}

export async function findAgency(tx: Tx, id: string): Promise<Agency | undefined> {
  const { rows } = await sql<Agency>`select ${columns} from partners.agency where id = ${id}`.execute(tx)
  return rows[0]
}

/** Named people of one agency, or of all. */
export async function listContacts(tx: Tx, agencyId?: string): Promise<Contact[]> {
  const { rows } = await sql<Contact>`
    select c.id, c.agency_id, c.name, c.duty, c.phone_masked, c.account_id, a.account, c.state
    from partners.contact c left join access.published_partner_account a on a.id = c.account_id
    where ${agencyId ?? null}::uuid is null or c.agency_id = ${agencyId ?? null}
    order by c.state, c.name`.execute(tx)
  return rows
}

export async function findContact(tx: Tx, id: string): Promise<Contact | undefined> {
  const { rows } = await sql<Contact>`
    select c.id, c.agency_id, c.name, c.duty, c.phone_masked, c.account_id, a.account, c.state
    from partners.contact c left join access.published_partner_account a on a.id = c.account_id where c.id = ${id}`.execute(
    tx,
  )
  return rows[0]
}

/** The sealed telephone of a contact who is still awaited: he answers for his agency, and what waits for him stands where it stood. */
export async function findAwaitedPhone(
  tx: Tx,
  { contactId, aboutNo, state }: { readonly contactId: string; readonly aboutNo: string; readonly state: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ phoneSealed: string }>`
    select phone_sealed from partners.contact where id = ${contactId} and state = 'active' and ${state} = (
      select state from partners.item where no = ${aboutNo} union all select state from partners.task where id = ${aboutNo}
      union all select state from partners.meeting where id = ${aboutNo} union all select state from partners.action where id = ${aboutNo})`.execute(
    tx,
  )
  return rows[0]?.phoneSealed
}

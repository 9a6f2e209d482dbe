import { sql } from 'kysely'
import type { Tx } from '#platform/database'

export interface AgencyKey {
  readonly agencyId: string
  readonly publicKey: string
}

/** The key as it stands at this moment: a revoked one is none. Needs a transaction of scope `all`. */
export async function findAgencyKey(tx: Tx, id: string): Promise<AgencyKey | undefined> {
  const { rows } = await sql<AgencyKey>`select agency_id, public_key from access.agency_key
    where id = ${id} and state = 'active'`.execute(tx)
  return rows[0]
}

/** False where the nonce was used. What is older than the window is forgotten: its request is refused by its time. */
export async function takeNonce(
  tx: Tx,
  one: {
    readonly keyId: string
    readonly nonce: string
    readonly at: Temporal.Instant
    readonly oldest: Temporal.Instant
  },
): Promise<boolean> {
  await sql`delete from access.agency_nonce where at < ${`${one.oldest}`}`.execute(tx)
  const { numAffectedRows } = await sql`insert into access.agency_nonce (key_id, nonce, at)
    values (${one.keyId}, ${one.nonce}, ${`${one.at}`}) on conflict do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0) === 1
}

export interface AgencyKeyRow extends AgencyKey {
  readonly id: string
  readonly areas: string[]
  readonly name: string
  readonly webhookUrl: string | null
  readonly state: 'proposed' | 'active' | 'revoked'
  readonly proposedBy: string
  readonly proposedAt: string
  readonly confirmedAt: string | null
}

const columns = sql`id, agency_id, areas, name, public_key, webhook_url, state, proposed_by, proposed_at, confirmed_at`

export async function listAgencyKeys(tx: Tx): Promise<AgencyKeyRow[]> {
  const { rows } =
    await sql<AgencyKeyRow>`select ${columns} from access.agency_key order by state, proposed_at desc`.execute(tx)
  return rows
}

export async function lockAgencyKey(tx: Tx, id: string): Promise<AgencyKeyRow | undefined> {
  const { rows } =
    await sql<AgencyKeyRow>`select ${columns} from access.agency_key where id = ${id} for update`.execute(tx)
  return rows[0]
}

export async function insertAgencyKey(
  tx: Tx,
  k: Omit<AgencyKeyRow, 'state' | 'confirmedAt' | 'areas'> & { readonly areas: readonly string[] },
): Promise<void> {
  await sql`insert into access.agency_key (id, agency_id, areas, name, public_key, webhook_url, proposed_by, proposed_at)
    values (${k.id}, ${k.agencyId}, ${[...k.areas]}, ${k.name}, ${k.publicKey}, ${k.webhookUrl}, ${k.proposedBy}, ${k.proposedAt})`.execute(
    tx,
  )
}

export async function saveKeyState(
  tx: Tx,
  id: string,
  word: { readonly state: 'active' | 'revoked'; readonly by: string; readonly at: string },
): Promise<void> {
  await (word.state === 'active'
    ? sql`update access.agency_key set state = 'active', confirmed_by = ${word.by}, confirmed_at = ${word.at} where id = ${id}`
    : sql`update access.agency_key set state = 'revoked', revoked_by = ${word.by}, revoked_at = ${word.at} where id = ${id}`
  ).execute(tx)
}

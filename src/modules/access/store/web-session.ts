import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'

export type WebMethod = 'code' | 'oidc'

export interface NewWebSession {
  readonly id: string
  readonly tokenHash: string
  readonly personIndex: string
  readonly nameSealed: string
  readonly idNoMasked: string
  readonly method: WebMethod
  /** 认证等级; null for a code. */
  readonly identityLevel: number | null
  /** What the unified identity said, for the time of the session; null for a code. */
  readonly idNoSealed: string | null
  readonly phoneSealed: string | null
  readonly areaCode: string
  readonly openedAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

export interface WebSessionRow {
  readonly id: string
  readonly personIndex: string
  readonly nameSealed: string
  readonly idNoMasked: string
  readonly method: WebMethod
  readonly identityLevel: number | null
  readonly areaCode: string
  readonly openedAt: string
  readonly endsAt: string
}

export async function insertWebSession(tx: Tx, one: NewWebSession): Promise<void> {
  await sql`insert into access.web_session
      (id, token_hash, person_index, name_sealed, id_no_masked, method, identity_level,
      id_no_sealed, phone_sealed, area_code, opened_at, used_at, ends_at)
    values (${one.id}, ${one.tokenHash}, ${one.personIndex}, ${one.nameSealed}, ${one.idNoMasked}, ${one.method},
      ${one.identityLevel}, ${one.idNoSealed}, ${one.phoneSealed}, ${one.areaCode}, ${`${one.openedAt}`}, ${`${one.openedAt}`}, ${`${one.endsAt}`})`.execute(
    tx,
  )
}

export async function findWebSession(tx: Tx, id: string): Promise<WebSessionRow | undefined> {
  const { rows } = await sql<WebSessionRow>`
    select id, person_index, name_sealed, id_no_masked, method, identity_level, area_code, opened_at, ends_at
    from access.web_session where id = ${id}`.execute(tx)
  return rows[0]
}

export async function endWebSession(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await sql`update access.web_session set ended_at = ${`${at}`}, id_no_sealed = null, phone_sealed = null
    where id = ${id} and ended_at is null`.execute(tx)
}

export interface SealedIdentity {
  readonly nameSealed: string
  readonly idNoSealed: string
  readonly phoneSealed: string | null
}

/** What the unified identity said of an open session's person; nothing of a code, and of a session that is over. */
export async function findSealedIdentity(tx: Tx, id: string): Promise<SealedIdentity | undefined> {
  const { rows } = await sql<SealedIdentity>`select name_sealed, id_no_sealed, phone_sealed from access.web_session
    where id = ${id} and ended_at is null and id_no_sealed is not null`.execute(tx)
  return rows[0]
}

/** Erases number and telephone of sessions that ended by silence or by time; gives how many. */
export async function eraseNumbers(
  tx: Tx,
  { at, idleSeconds }: { readonly at: Temporal.Instant; readonly idleSeconds: number },
): Promise<number> {
  const { rows } = await sql`update access.web_session set id_no_sealed = null, phone_sealed = null
    where id_no_sealed is not null
      and (ends_at <= ${`${at}`} or used_at + make_interval(secs => ${idleSeconds}) <= ${`${at}`}) returning id`.execute(
    tx,
  )
  return rows.length
}

/** The open session of a token; one statement, whatever the scope. */
export async function admitCitizen(
  db: Db | Tx,
  tokenHash: string,
  { at, idleSeconds }: { readonly at: Temporal.Instant; readonly idleSeconds: number },
): Promise<{ readonly sessionId: string; readonly personIndex: string; readonly method: WebMethod } | undefined> {
  const { rows } = await sql<{ sessionId: string; personIndex: string; method: WebMethod }>`
    select * from access.admit_citizen(${tokenHash}, ${`${at}`}, make_interval(secs => ${idleSeconds}))`.execute(db)
  return rows[0]
}

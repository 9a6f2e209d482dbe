import { sql } from 'kysely'
import type { Tx } from '#platform/database'

/** Whose code it is, all or nothing: an unknown number has a row without a person. */
export interface CodeHolder {
  readonly personIndex: string
  readonly nameSealed: string
  readonly idNoMasked: string
  readonly areaCode: string
  readonly phoneSealed: string
}

export interface NewCode {
  readonly id: string
  readonly phoneIndex: string
  readonly holder: CodeHolder | undefined
  /** Asked for beside a card: proves in that session and signs nobody in. */
  readonly cardSessionId?: string
  readonly askedAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
}

/** How often a number asked within the day, and when last; the number is held until the transaction ends. */
export async function lockPhone(
  tx: Tx,
  phoneIndex: string,
  since: Temporal.Instant,
): Promise<{ readonly count: number; readonly last: string | null }> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${phoneIndex}, 120))`.execute(tx)
  const { rows } = await sql<{ count: number; last: string | null }>`
    select count(*)::int as count, max(asked_at) as last from access.sign_in_code
    where phone_index = ${phoneIndex} and asked_at > ${`${since}`}`.execute(tx)
  return rows[0] ?? { count: 0, last: null }
}

export async function insertCode(tx: Tx, code: NewCode): Promise<void> {
  const { holder } = code
  await sql`insert into access.sign_in_code (id, phone_index, person_index, name_sealed, id_no_masked, area_code, phone_sealed,
      asked_at, expires_at, card_session_id)
    values (${code.id}, ${code.phoneIndex}, ${holder?.personIndex ?? null}, ${holder?.nameSealed ?? null},
      ${holder?.idNoMasked ?? null}, ${holder?.areaCode ?? null}, ${holder?.phoneSealed ?? null}, ${`${code.askedAt}`},
      ${`${code.expiresAt}`}, ${code.cardSessionId ?? null})`.execute(tx)
}

/** The telephone a code still has to reach, and what the code is for. */
export async function findCodePhone(
  tx: Tx,
  id: string,
  at: Temporal.Instant,
): Promise<{ readonly phoneSealed: string; readonly atTerminal: boolean } | undefined> {
  const { rows } = await sql<{ phoneSealed: string; atTerminal: boolean }>`
    select phone_sealed, card_session_id is not null as at_terminal from access.sign_in_code
    where id = ${id} and used_at is null and expires_at > ${`${at}`} and phone_sealed is not null`.execute(tx)
  return rows[0]
}

/** Counts a guess before it is looked at; `undefined` when the code is used, over, guessed at too often or of the other use. */
export async function countGuess(
  tx: Tx,
  id: string,
  limit: { readonly at: Temporal.Instant; readonly most: number; readonly cardSessionId?: string },
): Promise<{ readonly tries: number } | undefined> {
  const { rows } = await sql<{ tries: number }>`update access.sign_in_code set tries = tries + 1
    where id = ${id} and used_at is null and expires_at > ${`${limit.at}`} and tries < ${limit.most}
      and card_session_id is not distinct from ${limit.cardSessionId ?? null} returning tries`.execute(tx)
  return rows[0]
}

/** Uses a code up; `undefined` when somebody else has just done so, or when it was nobody's. */
export async function spendCode(tx: Tx, id: string, at: Temporal.Instant): Promise<CodeHolder | undefined> {
  const { rows } = await sql<CodeHolder>`update access.sign_in_code set used_at = ${`${at}`}
    where id = ${id} and used_at is null and person_index is not null
    returning person_index, name_sealed, id_no_masked, area_code, phone_sealed`.execute(tx)
  return rows[0]
}

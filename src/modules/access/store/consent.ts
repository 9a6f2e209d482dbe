import { sql } from 'kysely'
import type { Tx } from '#platform/database'

export interface ConsentRow {
  readonly id: string
  readonly version: string
  readonly givenAt: string
}

export interface NewConsent {
  readonly id: string
  readonly personIndex: string
  readonly kind: string
  readonly version: string
  readonly sessionId: string | undefined
  readonly givenAt: Temporal.Instant
}

export async function findLiveConsent(tx: Tx, personIndex: string, kind: string): Promise<ConsentRow | undefined> {
  const { rows } = await sql<ConsentRow>`select id, version, given_at from access.consent
    where person_index = ${personIndex} and kind = ${kind} and withdrawn_at is null`.execute(tx)
  return rows[0]
}

export async function insertConsent(tx: Tx, one: NewConsent): Promise<void> {
  await sql`insert into access.consent (id, person_index, kind, version, session_id, given_at) values
    (${one.id}, ${one.personIndex}, ${one.kind}, ${one.version}, ${one.sessionId ?? null}, ${`${one.givenAt}`})
    on conflict (person_index, kind) where withdrawn_at is null do nothing`.execute(tx)
}

/** Gives whether there was a consent to withdraw. */
export async function markWithdrawn(
  tx: Tx,
  of: { personIndex: string; kind: string },
  at: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql`update access.consent set withdrawn_at = greatest(${`${at}`}, given_at)
    where person_index = ${of.personIndex} and kind = ${of.kind} and withdrawn_at is null returning id`.execute(tx)
  return rows.length > 0
}

/** Every text the person agreed to, the newest first. */
export async function listConsents(
  tx: Tx,
  personIndex: string,
): Promise<readonly { kind: string; version: string; givenAt: string; withdrawnAt: string | null }[]> {
  const { rows } = await sql<{ kind: string; version: string; givenAt: string; withdrawnAt: string | null }>`
    select kind, version, given_at, withdrawn_at from access.consent
    where person_index = ${personIndex} order by given_at desc limit 100`.execute(tx)
  return rows
}

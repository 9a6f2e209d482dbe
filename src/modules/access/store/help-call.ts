import { sql } from 'kysely'
import type { Tx } from '#platform/database'

export interface NewHelpCall {
  readonly id: string
  readonly terminalId: string
  readonly areaCode: string
  readonly sessionId: string | undefined
  readonly step: string
  readonly at: Temporal.Instant
}

export async function insertHelpCall(tx: Tx, one: NewHelpCall): Promise<void> {
  await sql`insert into access.help_call (id, terminal_id, area_code, session_id, step, called_at) values
    (${one.id}, ${one.terminalId}, ${one.areaCode}, ${one.sessionId ?? null}, ${one.step}, ${`${one.at}`})`.execute(tx)
}

export async function lockHelpCall(tx: Tx, id: string): Promise<{ id: string; answeredBy: string | null } | undefined> {
  const { rows } = await sql<{ id: string; answeredBy: string | null }>`
    select id, answered_by from access.help_call where id = ${id} for update`.execute(tx)
  return rows[0]
}

export async function saveAnswer(tx: Tx, id: string, answer: { by: string; at: Temporal.Instant }): Promise<void> {
  await sql`update access.help_call set answered_at = ${`${answer.at}`}, answered_by = ${answer.by} where id = ${id}`.execute(
    tx,
  )
}

/** Whether somebody answered a call of this terminal since then. */
export async function wasAnsweredSince(tx: Tx, terminalId: string, since: Temporal.Instant): Promise<boolean> {
  const { rows } = await sql`select from access.help_call
    where terminal_id = ${terminalId} and answered_at > ${`${since}`} limit 1`.execute(tx)
  return rows.length > 0
}

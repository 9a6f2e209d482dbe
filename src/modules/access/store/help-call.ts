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

/** A call with the words a helper needs. */
export async function findHelpCall(
  tx: Tx,
  id: string,
): Promise<{ terminal: string; code: string; step: string; answeredAt: string | null } | undefined> {
  const { rows } = await sql<{ terminal: string; code: string; step: string; answeredAt: string | null }>`
    select t.name as terminal, t.code, h.step, h.answered_at
    from access.help_call h join access.terminal t on t.id = h.terminal_id where h.id = ${id}`.execute(tx)
  return rows[0]
}

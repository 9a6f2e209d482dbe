import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { TerminalState } from '../rules/terminal-states.ts'

export interface TerminalRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly areaCode: string
  readonly state: TerminalState
  readonly proposedBy: string
  readonly confirmedBy: string | null
  readonly publicKey: string | null
  readonly bootCounter: number
}

const columns = sql`id, code, name, area_code, state, proposed_by, confirmed_by, public_key, boot_counter`

/** The terminal, locked until the transaction ends; `undefined` also for one outside the scope. */
export async function lockTerminal(tx: Tx, id: string): Promise<TerminalRow | undefined> {
  const { rows } = await sql<TerminalRow>`select ${columns} from access.terminal where id = ${id} for update`.execute(
    tx,
  )
  return rows[0]
}

/** The terminal that holds a code now; revoked ones no longer do. */
export async function lockTerminalByCode(tx: Tx, code: string): Promise<TerminalRow | undefined> {
  const { rows } = await sql<TerminalRow>`
    select ${columns} from access.terminal where code = ${code} and state <> 'revoked' for update`.execute(tx)
  return rows[0]
}

export async function findTerminal(tx: Tx, id: string): Promise<TerminalRow | undefined> {
  const { rows } = await sql<TerminalRow>`select ${columns} from access.terminal where id = ${id}`.execute(tx)
  return rows[0]
}

export interface Proposal {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly areaCode: string
  readonly by: string
  readonly at: Temporal.Instant
}

export async function insertTerminal(tx: Tx, proposal: Proposal): Promise<void> {
  await sql`insert into access.terminal (id, code, name, area_code, proposed_by, proposed_at) values
    (${proposal.id}, ${proposal.code}, ${proposal.name}, ${proposal.areaCode}, ${proposal.by}, ${`${proposal.at}`})`.execute(
    tx,
  )
}

/** A frozen terminal begins again: the old key is forgotten, so the counter may begin again too. */
export async function proposeAgain(tx: Tx, proposal: Proposal): Promise<void> {
  await sql`update access.terminal set state = 'proposed', name = ${proposal.name}, proposed_by = ${proposal.by},
    proposed_at = ${`${proposal.at}`}, confirmed_by = null, confirmed_at = null, public_key = null, boot_counter = 0,
    stopped_at = null, stop_reason = null where id = ${proposal.id}`.execute(tx)
}

export async function saveConfirmation(
  tx: Tx,
  id: string,
  by: { staffId: string; at: Temporal.Instant },
): Promise<void> {
  await sql`update access.terminal set state = 'confirmed', confirmed_by = ${by.staffId}, confirmed_at = ${`${by.at}`}
    where id = ${id}`.execute(tx)
}

export async function saveActivation(
  tx: Tx,
  id: string,
  key: { publicKey: string; at: Temporal.Instant },
): Promise<void> {
  await sql`update access.terminal set state = 'active', public_key = ${key.publicKey}, boot_counter = 0,
    activated_at = ${`${key.at}`} where id = ${id}`.execute(tx)
}

export async function saveBootCounter(tx: Tx, id: string, bootCounter: number): Promise<void> {
  await sql`update access.terminal set boot_counter = ${bootCounter} where id = ${id}`.execute(tx)
}

export interface Stop {
  readonly state: 'frozen' | 'revoked'
  readonly reason: string
  readonly at: Temporal.Instant
}

/** Stops a terminal at once: its channel goes, and whoever was being served there is signed out. */
export async function stopTerminal(tx: Tx, id: string, stop: Stop): Promise<void> {
  await sql`update access.terminal set state = ${stop.state}, stopped_at = ${`${stop.at}`}, stop_reason = ${stop.reason}
    where id = ${id}`.execute(tx)
  await sql`delete from access.channel where terminal_id = ${id}`.execute(tx)
  await sql`update access.terminal_enrolment set voided_at = ${`${stop.at}`}
    where terminal_id = ${id} and redeemed_at is null and voided_at is null`.execute(tx)
}

import { sql } from 'kysely'
import type { Tx } from '../database.ts'

/** One line of the audit ledger (审计台账): who did or tried what, to which thing, with what outcome and why. */
export interface AuditEntry {
  /** Role and id, never a name or an identity number: the ledger is sealed and cannot forget. */
  readonly actor: string
  /** `licensing.submit`: domain and verb. */
  readonly action: string
  /** A number of the register (licence, application, terminal). */
  readonly subject?: string
  readonly outcome: 'allowed' | 'refused' | 'failed'
  /** The name of the refusal, or the reason an officer gave by code. */
  readonly reason?: string
  readonly requestId?: string
  readonly details?: Readonly<Record<string, string | number | boolean>>
}

/**
 * Appends to the ledger in the caller's transaction: the act and its line commit together or not at all.
 * Time, transaction id and era are set by the database; the app role has no right to choose them.
 */
export async function writeAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  const details = entry.details === undefined ? null : JSON.stringify(entry.details)
  await sql`insert into platform.audit_entry (actor, action, subject, outcome, reason, request_id, details)
    values (${entry.actor}, ${entry.action}, ${entry.subject ?? null}, ${entry.outcome}, ${entry.reason ?? null},
      ${entry.requestId ?? null}, ${details}::jsonb)`.execute(tx)
}

/** Several lines of one act at once, in their order. */
export async function writeAudits(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return
  const lines = entries.map((entry, n) => ({ ...entry, n }))
  await sql`insert into platform.audit_entry (actor, action, subject, outcome, reason, request_id, details)
    select actor, action, subject, outcome, reason, "requestId", details from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      as line (n integer, actor text, action text, subject text, outcome text, reason text, "requestId" text, details jsonb) order by n`.execute(
    tx,
  )
}

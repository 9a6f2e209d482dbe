import { sql } from 'kysely'
import type { Tx } from '#platform/database'

/** 短信告知举报人: the telephone lies in `informant.contact`, reached only through these functions of the database. */

export async function putContact(tx: Tx, code: string, sealed: string): Promise<void> {
  await sql`select informant.put_contact(${code}, ${sealed})`.execute(tx)
}

/** False where the reporter left no number to be called at. */
export async function queueCall(tx: Tx, call: { id: string; code: string; atHour: string }): Promise<boolean> {
  const { rows } = await sql<{ queued: boolean }>`
    select informant.queue_call(${call.id}, ${call.code}, ${call.atHour}) as queued`.execute(tx)
  return rows[0]?.queued ?? false
}

/** A call that still waits, locked, with its sealed number. */
export async function lockCall(tx: Tx, id: string): Promise<{ code: string; sealed: string } | undefined> {
  const { rows } = await sql<{ code: string; sealed: string }>`
    select code, sealed from informant.waiting_call(${id})`.execute(tx)
  return rows[0]
}

export async function settleCall(tx: Tx, id: string, outcome: 'sent' | 'failed'): Promise<void> {
  await sql`select informant.settle_call(${id}, ${outcome})`.execute(tx)
}

export async function forgetContact(tx: Tx, code: string): Promise<void> {
  await sql`select informant.forget_contact(${code})`.execute(tx)
}

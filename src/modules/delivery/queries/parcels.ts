import { sql } from 'kysely'
import type { Tx } from '#platform/database'

/** The item that travels under a mail number (邮件号). */
export async function findItemByOrder(tx: Tx, mailNo: string): Promise<string | undefined> {
  const { rows } = await sql<{ itemNo: string }>`select item_no from delivery.item where mail_no = ${mailNo}`.execute(
    tx,
  )
  return rows[0]?.itemNo
}

/** 待交邮: what is to go by post and has not been handed to the carrier. */
export async function readPostQueue(tx: Tx): Promise<{ readonly waiting: number; readonly oldest: string | null }> {
  const { rows } = await sql<{ waiting: number; oldest: string | null }>`
    select count(*)::int as waiting, min(received_at) as oldest from delivery.item where mode = 'post' and state = 'waiting'`.execute(
    tx,
  )
  return rows[0] ?? { waiting: 0, oldest: null }
}

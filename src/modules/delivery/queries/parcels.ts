import { sql } from 'kysely'
import type { Tx } from '#platform/database'

/** The item that travels under a mail number (邮件号). */
export async function findItemByOrder(tx: Tx, mailNo: string): Promise<string | undefined> {
  const { rows } = await sql<{ itemNo: string }>`select item_no from delivery.item where mail_no = ${mailNo}`.execute(
    tx,
  )
  return rows[0]?.itemNo
}

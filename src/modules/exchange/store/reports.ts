import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Report, ReportKind } from '../ports.ts'
import type { ReportGateway } from '../rules/gateways.ts'

export interface NewReport extends Report {
  readonly key: string
  readonly gateway: ReportGateway
  readonly at: string
}

/** False when this fact has had its report already. */
export async function insertReport(tx: Tx, r: NewReport): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into exchange.report (id, key, gateway, kind, about, body, queued_at)
    values (${r.id}, ${r.key}, ${r.gateway}, ${r.kind}, ${r.about}, ${JSON.stringify(r.body)}::jsonb, ${r.at})
    on conflict on constraint report_once do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0) === 1
}

/** A newer picture of the same thing makes the older ones that still wait worthless. */
export async function replaceWaiting(
  tx: Tx,
  newer: { gateway: ReportGateway; kind: ReportKind; key: string; at: string },
) {
  await sql`update exchange.report set state = 'replaced', settled_at = ${newer.at}
    where gateway = ${newer.gateway} and kind = ${newer.kind} and key <> ${newer.key} and state = 'waiting'`.execute(tx)
}

/** The oldest report that waits; what comes later waits behind it. */
export async function findNext(tx: Tx, gateway: ReportGateway): Promise<Report | undefined> {
  const { rows } = await sql<Report>`select id, kind, about, body from exchange.report
    where gateway = ${gateway} and state = 'waiting' order by place limit 1`.execute(tx)
  return rows[0]
}

export async function isReceiptKnown(tx: Tx, gateway: ReportGateway, receiptNo: string): Promise<boolean> {
  const { rows } =
    await sql`select from exchange.report where gateway = ${gateway} and receipt_no = ${receiptNo}`.execute(tx)
  return rows.length > 0
}

export async function saveAccepted(
  tx: Tx,
  id: string,
  { receiptNo, at }: { receiptNo: string; at: string },
): Promise<void> {
  await sql`update exchange.report set state = 'accepted', receipt_no = ${receiptNo}, error = null, tries = tries + 1, settled_at = ${at}
    where id = ${id}`.execute(tx)
}

export async function saveRefused(tx: Tx, id: string, { error, at }: { error: string; at: string }): Promise<void> {
  await sql`update exchange.report set state = 'refused', error = ${error}, tries = tries + 1, settled_at = ${at}
    where id = ${id}`.execute(tx)
}

export async function saveTry(tx: Tx, id: string, error: string): Promise<void> {
  await sql`update exchange.report set error = ${error}, tries = tries + 1 where id = ${id}`.execute(tx)
}

/** What was refused waits again: somebody has put right what it was refused for. */
export async function reopenRefused(tx: Tx, gateway: ReportGateway): Promise<void> {
  await sql`update exchange.report set state = 'waiting', settled_at = null where gateway = ${gateway} and state = 'refused'`.execute(
    tx,
  )
}

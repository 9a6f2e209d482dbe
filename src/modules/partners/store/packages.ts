import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { PackageKind } from '../package/format.ts'
import type { Receipt } from '../package/receipt.ts'

export async function takeLetterSerial(tx: Tx, kind: PackageKind, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into partners.number as n (kind, year, last) values (${`letter:${kind}`}, ${year}, 1)
    on conflict (kind, year) do update set last = n.last + 1 returning last`.execute(tx)
  return rows[0]?.last ?? 0
}

export interface NewPackage {
  readonly id: string
  readonly itemNo: string
  readonly kind: PackageKind
  readonly number: string
  readonly digest: string
  readonly text: string
  readonly by: string
  readonly at: string
}

export async function insertPackage(tx: Tx, p: NewPackage): Promise<void> {
  await sql`insert into partners.package (id, item_no, kind, number, digest, text, made_by, made_at)
    values (${p.id}, ${p.itemNo}, ${p.kind}, ${p.number}, ${p.digest}, ${p.text}, ${p.by}, ${p.at})`.execute(tx)
}

/** The first receipt stands. */
export async function saveReceipt(tx: Tx, id: string, receipt: Receipt, at: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update partners.package set receipt = ${JSON.stringify(receipt)}::jsonb, receipt_at = ${at}
    where id = ${id} and receipt is null`.execute(tx)
  return Number(numAffectedRows ?? 0) === 1
}

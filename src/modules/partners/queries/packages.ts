import { sql } from 'kysely'
import type { Tx } from '#platform/database'

export interface PackageRow {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly digest: string
  readonly madeAt: string
  readonly receiptAt: string | null
}

const columns = sql`id, number, kind, digest, made_at, receipt_at`

export async function listPackages(tx: Tx, itemNo: string): Promise<PackageRow[]> {
  const { rows } = await sql<PackageRow>`select ${columns} from partners.package where item_no = ${itemNo}
    order by made_at desc`.execute(tx)
  return rows
}

export type WholePackage = PackageRow & { readonly itemNo: string; readonly text: string }

export async function findPackage(tx: Tx, id: string): Promise<WholePackage | undefined> {
  const { rows } =
    await sql<WholePackage>`select ${columns}, item_no, text from partners.package where id = ${id}`.execute(tx)
  return rows[0]
}

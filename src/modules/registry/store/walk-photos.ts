import { sql } from 'kysely'
import type { Tx } from '#platform/database'

export interface NewWalkPhoto {
  readonly licenceNo: string
  readonly digest: string
  readonly areaCode: string
  readonly sealed: string
  readonly bytes: number
  readonly by: string
  readonly at: string
}

/** The same picture sent twice is kept once. */
export const insertWalkPhoto = (tx: Tx, p: NewWalkPhoto) =>
  sql`insert into registry.walk_photo (licence_no, digest, area_code, sealed, bytes, sent_by, sent_at)
    values (${p.licenceNo}, ${p.digest}, ${p.areaCode}, ${p.sealed}, ${p.bytes}, ${p.by}, ${p.at}) on conflict do nothing`.execute(
    tx,
  )

/** Digests of the pictures kept for a shop. */
export async function listWalkPhotos(tx: Tx, licenceNo: string): Promise<readonly string[]> {
  const { rows } = await sql<{ digest: string }>`
    select digest from registry.walk_photo where licence_no = ${licenceNo} order by sent_at, digest`.execute(tx)
  return rows.map(({ digest }) => digest)
}

export async function findWalkPhoto(
  tx: Tx,
  { licenceNo, digest }: { readonly licenceNo: string; readonly digest: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ sealed: string }>`
    select sealed from registry.walk_photo where licence_no = ${licenceNo} and digest = ${digest}`.execute(tx)
  return rows[0]?.sealed
}

import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { StoredFile } from '#platform/files'

export interface NewWalkPhoto {
  readonly licenceNo: string
  readonly digest: string
  readonly areaCode: string
  readonly file: StoredFile
  readonly bytes: number
  readonly by: string
  readonly at: string
}

/** The same picture sent twice is kept once. */
export const insertWalkPhoto = (tx: Tx, p: NewWalkPhoto) =>
  sql`insert into registry.walk_photo (licence_no, digest, area_code, file_digest, file_bytes, bytes, sent_by, sent_at)
    values (${p.licenceNo}, ${p.digest}, ${p.areaCode}, ${p.file.digest}, ${p.file.bytes}, ${p.bytes}, ${p.by}, ${p.at}) on conflict do nothing`.execute(
    tx,
  )

/** Digests of the pictures kept for a shop. */
export async function listWalkPhotos(tx: Tx, licenceNo: string): Promise<readonly string[]> {
  const { rows } = await sql<{ digest: string }>`
    select digest from registry.walk_photo where licence_no = ${licenceNo} order by sent_at, digest`.execute(tx)
  return rows.map(({ digest }) => digest)
}

interface WalkPhotoRow {
  /** Of a picture kept before pictures were files. */
  readonly sealed: string | null
  readonly fileDigest: string | null
  readonly fileBytes: number | null
}

export async function findWalkPhoto(
  tx: Tx,
  { licenceNo, digest }: { readonly licenceNo: string; readonly digest: string },
): Promise<WalkPhotoRow | undefined> {
  const { rows } = await sql<WalkPhotoRow>`
    select sealed, file_digest, file_bytes from registry.walk_photo where licence_no = ${licenceNo} and digest = ${digest}`.execute(
    tx,
  )
  return rows[0]
}

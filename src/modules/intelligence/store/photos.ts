import { sql } from 'kysely'
import type { Tx } from '#platform/database'

export interface PhotoRow {
  readonly id: string
  readonly clueNo: string
  readonly fileDigest: string
  readonly fileBytes: number
  readonly digest: string
  readonly media: 'image/jpeg' | 'image/png'
}

export async function insertPhoto(tx: Tx, p: PhotoRow): Promise<void> {
  await sql`insert into intelligence.clue_photo (id, clue_no, file_digest, file_bytes, digest, media)
    values (${p.id}, ${p.clueNo}, ${p.fileDigest}, ${p.fileBytes}, ${p.digest}, ${p.media})`.execute(tx)
}

export async function listPhotos(tx: Tx, clueNo: string): Promise<readonly PhotoRow[]> {
  const { rows } = await sql<PhotoRow>`select id, clue_no, file_digest, file_bytes, digest, media
    from intelligence.clue_photo where clue_no = ${clueNo} order by id`.execute(tx)
  return rows
}

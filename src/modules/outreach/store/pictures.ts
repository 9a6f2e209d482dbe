import { sql } from 'kysely'
import type { Config } from '#platform/config'
import type { Db, Tx } from '#platform/database'
import { type DomainFiles, filesOfDomain } from '#platform/files'
import type { PictureMedia, PictureState } from '../rules/pictures/picture.ts'

/** What a picture is shown beside. */
export interface PictureSubject {
  readonly kind: 'film' | 'event'
  readonly id: string
}

export interface PictureRecord {
  readonly id: string
  readonly aboutKind: PictureSubject['kind']
  readonly aboutId: string
  readonly alt: string
  readonly media: PictureMedia
  readonly digest: string
  readonly fileDigest: string
  readonly fileBytes: number
  readonly codes: readonly string[]
  readonly redrawn: boolean
  readonly state: PictureState
  readonly uploadedBy: string
  readonly looked: readonly string[]
  readonly reason: string | null
}

/** 图片 lie sealed on the disk: until it is released, a photograph of an event shows people to nobody outside. */
export const pictureFiles = (config: Pick<Config, 'dataFolder'>): Promise<DomainFiles> =>
  filesOfDomain(config, 'outreach')

const columns = sql`id, about_kind, about_id, alt, media, digest, file_digest, file_bytes, codes, redrawn, state, uploaded_by, looked, reason`

export async function insertPicture(
  tx: Tx,
  it: Omit<PictureRecord, 'state' | 'looked' | 'reason'> & { readonly at: string },
): Promise<void> {
  await sql`insert into outreach.picture (id, about_kind, about_id, alt, media, digest, file_digest, file_bytes, codes, redrawn,
      uploaded_by, uploaded_at)
    values (${it.id}, ${it.aboutKind}, ${it.aboutId}, ${it.alt}, ${it.media}, ${it.digest}, ${it.fileDigest}, ${it.fileBytes},
      ${[...it.codes]}::text[], ${it.redrawn}, ${it.uploadedBy}, ${it.at})`.execute(tx)
}

export async function findPicture(db: Db | Tx, id: string): Promise<PictureRecord | undefined> {
  const { rows } = await sql<PictureRecord>`select ${columns} from outreach.picture where id = ${id}`.execute(db)
  return rows[0]
}

export async function lockPicture(tx: Tx, id: string): Promise<PictureRecord | undefined> {
  const { rows } =
    await sql<PictureRecord>`select ${columns} from outreach.picture where id = ${id} for update`.execute(tx)
  return rows[0]
}

export interface PictureDecision {
  readonly state: PictureState
  readonly by: string
  readonly at: string
  readonly looked: readonly string[]
  readonly reason: string | null
}

export async function savePicture(
  tx: Tx,
  id: string,
  { state, by, at, looked, reason }: PictureDecision,
): Promise<void> {
  await sql`update outreach.picture set state = ${state}, decided_by = ${by}, decided_at = ${at}, looked = ${[...looked]}::text[],
    reason = ${reason} where id = ${id}`.execute(tx)
}

/** The pictures of these films or events, the newest first; refused ones stay on record and are shown nowhere. */
export async function listPictures(
  db: Db | Tx,
  kind: PictureSubject['kind'],
  ids: readonly string[],
): Promise<readonly PictureRecord[]> {
  const { rows } = await sql<PictureRecord>`select ${columns} from outreach.picture
    where about_kind = ${kind} and about_id = any(${[...ids]}::text[]) and state <> 'refused'
    order by uploaded_at desc, id limit 500`.execute(db)
  return rows
}

/** Which of these files no row of this domain names. */
export async function listUnnamed(tx: Tx, digests: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ digest: string }>`
    select d.digest from unnest(${[...digests]}::text[]) as d(digest)
    where not exists (select from outreach.picture p where p.file_digest = d.digest)`.execute(tx)
  return rows.map(({ digest }) => digest)
}

import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Media } from '../rules/documents/document-bytes.ts'
import type { DocumentKind } from '../rules/documents/needs.ts'
import type { Channel } from '../rules/services/service.ts'
import type { DraftMatter } from './drafts.ts'

export interface DocumentRecord {
  readonly id: string
  readonly applicationNo: string | null
  readonly kind: DocumentKind
  readonly media: Media
  readonly digest: string
  readonly bytes: number
  readonly fileDigest: string
  readonly fileBytes: number
  readonly channel: Channel
  readonly givenAt: string
}

export interface NewDocument extends DocumentRecord, DraftMatter {
  readonly givenBy: string
}

const columns = sql`d.id, d.application_no, d.kind, d.media, d.digest, d.bytes, d.file_digest, d.file_bytes, d.channel, d.given_at`
const ofMatter = ({ personIndex, service, licenceNo }: DraftMatter) =>
  sql`d.person_index = ${personIndex} and d.service = ${service} and d.licence_no is not distinct from ${licenceNo}`

/** Of a file, or of a matter that is not yet submitted. */
export type DocumentsOf = { readonly applicationNo: string } | (DraftMatter & { readonly applicationNo: null })

export async function listDocuments(tx: Tx, of: DocumentsOf): Promise<DocumentRecord[]> {
  const where =
    of.applicationNo === null
      ? sql`${ofMatter(of)} and d.application_no is null`
      : sql`d.application_no = ${of.applicationNo}`
  const { rows } = await sql<DocumentRecord>`
    select ${columns} from licensing.document d where ${where} and d.ended_at is null order by d.given_at, d.id`.execute(
    tx,
  )
  return rows
}

export async function findDocument(tx: Tx, id: string): Promise<DocumentRecord | undefined> {
  const { rows } = await sql<DocumentRecord>`
    select ${columns} from licensing.document d where d.id = ${id} and d.ended_at is null`.execute(tx)
  return rows[0]
}

export async function insertDocument(tx: Tx, d: NewDocument): Promise<void> {
  await sql`insert into licensing.document (id, person_index, service, licence_no, application_no, kind, media, digest, bytes,
      file_digest, file_bytes, channel, given_by, given_at)
    values (${d.id}, ${d.personIndex}, ${d.service}, ${d.licenceNo}, ${d.applicationNo}, ${d.kind}, ${d.media}, ${d.digest},
      ${d.bytes}, ${d.fileDigest}, ${d.fileBytes}, ${d.channel}, ${d.givenBy}, ${d.givenAt}) on conflict do nothing`.execute(
    tx,
  )
}

/** Only before it lies in a file. */
export async function endDocument(tx: Tx, id: string, at: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update licensing.document set ended_at = ${at}
    where id = ${id} and application_no is null and ended_at is null`.execute(tx)
  return Number(numAffectedRows ?? 0) === 1
}

/** 草稿不要了: what was given for it goes with it. */
export async function endDocumentsOf(tx: Tx, matter: DraftMatter, at: string): Promise<void> {
  await sql`update licensing.document d set ended_at = ${at}::timestamptz
    where ${ofMatter(matter)} and d.application_no is null and d.ended_at is null`.execute(tx)
}

/** Never submitted and older than a draft may become: what was given goes. */
export async function expireDocuments(tx: Tx, at: string, before: string): Promise<void> {
  await sql`update licensing.document set ended_at = ${at}::timestamptz
    where application_no is null and ended_at is null and given_at < ${before}::timestamptz`.execute(tx)
}

/** 入卷: what was given for the matter before it was submitted now lies in its file; a part of the statement that stores it (`file.no`). */
export const bindDocuments = (matter: DraftMatter): RawBuilder<unknown> =>
  sql`update licensing.document d set application_no = file.no from file
    where ${ofMatter(matter)} and d.application_no is null and d.ended_at is null`

export interface UploadPart {
  readonly uploadId: string
  readonly personIndex: string
  readonly part: number
  readonly contentSealed: string
  readonly at: string
}

/** The same part again changes nothing. */
export async function savePart(tx: Tx, p: UploadPart): Promise<void> {
  await sql`insert into licensing.upload_part (upload_id, person_index, part, content_sealed, at)
    values (${p.uploadId}, ${p.personIndex}, ${p.part}, ${p.contentSealed}, ${p.at}) on conflict do nothing`.execute(tx)
}

type Upload = Pick<UploadPart, 'uploadId' | 'personIndex'>

export async function listParts(tx: Tx, u: Upload): Promise<number[]> {
  const { rows } = await sql<{ part: number }>`select part from licensing.upload_part
    where upload_id = ${u.uploadId} and person_index = ${u.personIndex} order by part`.execute(tx)
  return rows.map(row => row.part)
}

export async function countParts(tx: Tx, personIndex: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from licensing.upload_part where person_index = ${personIndex}`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Gives the parts in order and lets them go. */
export async function takeParts(tx: Tx, u: Upload): Promise<string[]> {
  const { rows } = await sql<{ part: number; contentSealed: string }>`delete from licensing.upload_part
    where upload_id = ${u.uploadId} and person_index = ${u.personIndex} returning part, content_sealed`.execute(tx)
  return rows.toSorted((a, b) => a.part - b.part).map(row => row.contentSealed)
}

export async function dropOldParts(tx: Tx, before: string): Promise<number> {
  const { numAffectedRows } = await sql`delete from licensing.upload_part where at < ${before}::timestamptz`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

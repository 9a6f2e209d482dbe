import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId, sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { DomainFiles } from '#platform/files'
import { putSealed } from '#platform/sealed-files'
import type { DocumentMatter, DocumentView } from '../../contract/documents.ts'
import { isOpen } from '../../rules/application/moves.ts'
import { readDocument } from '../../rules/documents/document-bytes.ts'
import type { DocumentKind } from '../../rules/documents/needs.ts'
import * as store from '../../store/documents.ts'
import type { DraftMatter } from '../../store/drafts.ts'
import { lockApplication, noteEvent } from '../../store.ts'
import type { Applicant } from '../filing.ts'
import type { Setting } from '../setting.ts'
import { documentView } from './document-list.ts'

export interface GivenDocument {
  readonly matter: DocumentMatter
  readonly kind: DocumentKind
  readonly uploadId: string
  readonly parts: number
  readonly by: Applicant
  readonly at: Moment
}

/**
 * 提交材料: puts the parts together, looks at what they are, takes the notes of the telephone out, seals and keeps. Refused by
 * name, the parts stay: what arrived is not sent again. The same page a second time is the first.
 */
export async function addDocument(
  tx: Tx,
  given: GivenDocument,
  { setting, files }: { readonly setting: Setting; readonly files: DomainFiles },
): Promise<Result<DocumentView>> {
  const of = await matterOf(tx, given)
  if (!of.ok) return of
  const content = await assembled(tx, given, setting)
  if (!content.ok) return content
  const clean = readDocument(content.value)
  if (!clean.ok) return clean
  const { media, bytes } = clean.value
  const digest = sm3(bytes).toString('hex')
  const known = (await store.listDocuments(tx, of.value)).filter(({ kind }) => kind === given.kind)
  const same = known.find(one => one.digest === digest)
  if (same) return ok(documentView(same))
  const { most } = setting.policy.documents
  if (known.length >= most) return refuse('documentsTooMany', { most })
  const file = await putSealed(tx, bytes, { files, keyring: setting.keyring })
  if (!file.ok) return refuse('documentTooLarge', { megabytes: megabytesOf(setting) })
  const record = {
    ...of.value,
    id: randomId(),
    kind: given.kind,
    media,
    digest,
    bytes: bytes.length,
    fileDigest: file.value.digest,
    fileBytes: file.value.bytes,
    channel: given.by.channel,
    givenBy: given.by.label,
    givenAt: given.at.instant.toString(),
  }
  await store.insertDocument(tx, record)
  const { applicationNo, licenceNo } = of.value
  if (applicationNo !== null) {
    const line = { at: record.givenAt, event: `addDocument:${given.kind}`, by: given.by.label }
    await noteEvent(tx, { applicationNo, licenceNo }, line)
  }
  return ok(documentView(record))
}

/** The number of a file decides over what the sender says of service and licence; another's file is an unknown one. */
async function matterOf(
  tx: Tx,
  { matter, by }: GivenDocument,
): Promise<Result<DraftMatter & { readonly applicationNo: string | null }>> {
  const { personIndex } = by
  const { applicationNo, service, licenceNo } = matter
  if (applicationNo === null) return ok({ personIndex, service, licenceNo, applicationNo: null })
  const file = await lockApplication(tx, applicationNo)
  if (!file || file.personIndex !== personIndex) return refuse('applicationNotFound')
  if (!isOpen(file.state)) return refuse('documentsClosed')
  return ok({ personIndex, service: file.service, licenceNo: file.licenceNo, applicationNo })
}

async function assembled(
  tx: Tx,
  { uploadId, parts, by }: GivenDocument,
  setting: Setting,
): Promise<Result<Uint8Array, 'uploadIncomplete' | 'documentTooLarge'>> {
  const sealed = await store.takeParts(tx, { uploadId, personIndex: by.personIndex })
  if (sealed.length !== parts) return refuse('uploadIncomplete', { have: sealed.length, of: parts })
  const whole = Buffer.concat(sealed.map(part => Buffer.from(setting.keyring.openField(part), 'base64')))
  return whole.length > setting.policy.documents.maxBytes
    ? refuse('documentTooLarge', { megabytes: megabytesOf(setting) })
    : ok(whole)
}

const megabytesOf = ({ policy }: Pick<Setting, 'policy'>): number => Math.floor(policy.documents.maxBytes / 1_000_000)

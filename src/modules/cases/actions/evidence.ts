import { type Actor, actorLabel } from '#kernel/actor'
import { cleanText } from '#kernel/chinese-text'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { aboutReporting, leaveUnnamed } from '#modules/intelligence'
import { randomId, sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { FileStore, StoredFile } from '#platform/files'
import type { Keyring } from '#platform/keyring'
import { isOver } from '../rules/procedure/moves.ts'
import { lockCase, type Sealer } from '../store/cases.ts'
import { findVisitRecord, insertEvidence, listEvidence, writeCustody } from '../store/evidence.ts'
import { countUploadParts, insertUploadPart, takeUpload } from '../store/uploads.ts'
import { digestOf, sealPart } from './evidence-pieces.ts'

interface Around {
  readonly by: Extract<Actor, { kind: 'staff' }>
  readonly at: Moment
  readonly keys: Sealer & Pick<Keyring, 'blindIndex'>
  readonly files: FileStore
}

interface Taken {
  readonly kind: string
  readonly title: string
  readonly source: string
  readonly place: string
  readonly takenOn: string
  readonly media: string
  readonly digest: string
}

/** Where the bytes lie, sealed; `parts` 0: in one file. */
interface Kept {
  readonly stored: StoredFile
  readonly bytes: number
  readonly parts: number
}

/** 登记证据: hashed as it was taken, kept sealed, never overwritten; with its first entry of custody. */
export const addEvidence = (
  tx: Tx,
  no: string,
  taken: Taken & { readonly content: Uint8Array },
  around: Around,
): Promise<Result<string>> =>
  register(tx, no, taken, around, async () => {
    if (sm3(taken.content).toString('hex') !== taken.digest) return refuse('evidenceDigest')
    const stored = await around.files.put(sealPart(taken.content, around.keys))
    return stored.ok ? ok({ stored: stored.value, bytes: taken.content.length, parts: 0 }) : stored
  })

/** 大件证据: its parts have come; together they must be what the taking device hashed. */
export const addLargeEvidence = (
  tx: Tx,
  no: string,
  taken: Taken & { readonly uploadId: string; readonly parts: number },
  around: Around,
): Promise<Result<string>> =>
  register(tx, no, taken, around, async () => {
    const { files, keys, by } = around
    const { uploadId } = taken
    const came = await takeUpload(tx, { uploadId, caseNo: no, by: actorLabel(by) })
    if (came.length !== taken.parts || came.some(({ part }, n) => part !== n + 1)) return refuse('evidencePartMissing')
    const list = came.map(part => ({ digest: part.storedDigest, bytes: part.storedBytes }))
    const whole = await digestOf(list, files, keys)
    if (!whole.ok) return whole
    if (whole.value.digest !== taken.digest) return refuse('evidenceDigest')
    const stored = await files.put(sealPart(Buffer.from(JSON.stringify(list)), keys))
    return stored.ok ? ok({ stored: stored.value, bytes: whole.value.bytes, parts: list.length }) : stored
  })

/** 上传一段: sealed in the file store as it arrives; the same part again changes nothing. */
export async function keepEvidencePart(
  tx: Tx,
  no: string,
  { uploadId, part, content }: { readonly uploadId: string; readonly part: number; readonly content: Uint8Array },
  { by, at, keys, files }: Around,
): Promise<Result<true>> {
  const file = await lockCase(tx, no, keys)
  if (!file) return refuse('caseUnknown')
  if (isOver(file.state)) return refuse('caseOver')
  if ((await countUploadParts(tx, actorLabel(by))) >= mostWaiting) return refuse('evidencePartsWaiting')
  const stored = await files.put(sealPart(content, keys))
  if (!stored.ok) return stored
  const { digest: storedDigest, bytes: storedBytes } = stored.value
  const row = { uploadId, caseNo: no, part, by: actorLabel(by), bytes: content.length, at: at.instant.toString() }
  const fresh = await insertUploadPart(tx, { ...row, storedDigest, storedBytes })
  // Sealed anew it has another name: the twin's file is named by no row.
  if (!fresh) await files.remove(storedDigest)
  return ok(true)
}

/** So many parts of one officer may wait: three long films, not a disk full. */
const mostWaiting = 300

async function register(
  tx: Tx,
  no: string,
  taken: Taken,
  { by, at, keys }: Around,
  keep: () => Promise<Result<Kept>>,
): Promise<Result<string>> {
  const file = await lockCase(tx, no, keys)
  if (!file) return refuse('caseUnknown')
  if (isOver(file.state)) return refuse('caseOver')
  if (taken.takenOn > at.today.toString()) return refuse('evidenceFuture')
  if ((await listEvidence(tx, no)).some(({ digest }) => digest === taken.digest)) return refuse('evidenceTwice')
  const title = cleanText(taken.title, { max: 120 })
  const source = cleanText(taken.source, { max: 200 })
  const place = cleanText(taken.place, { max: 200 })
  if (!title.ok) return title
  if (!source.ok) return source
  if (!place.ok) return place
  // 案卷里只写代号: what a piece is called stands in every list of the file and in its index.
  const unnamed = await leaveUnnamed(tx, no, [title.value, source.value, place.value], keys)
  if (!unnamed.ok) return unnamed
  const kept = await keep()
  if (!kept.ok) return kept
  const { stored, bytes, parts } = kept.value
  const id = randomId()
  const moment = at.instant.toString()
  await insertEvidence(tx, {
    ...{ id, caseNo: no, kind: taken.kind, takenOn: taken.takenOn, takenBy: actorLabel(by) },
    ...{ digest: taken.digest, media: taken.media, bytes, parts, at: moment },
    ...{ title: title.value, source: source.value, place: place.value },
    ...{ storedDigest: stored.digest, storedBytes: stored.bytes },
  })
  await writeCustody(tx, { evidenceId: id, at: moment, by: actorLabel(by), act: 'taken', words: source.value })
  return ok(no)
}

/** 现场检查笔录 of the field app into the file: the very words that were signed there, under their own digest. */
export async function attachVisit(tx: Tx, no: string, taskId: string, around: Around): Promise<Result<string>> {
  const record = await findVisitRecord(tx, taskId)
  if (!record) return refuse('visitRecordUnknown')
  const text = around.keys.openField(record.content)
  // Whoever signed it out there is not known here by name: only what tells of a report is compared.
  const unnamed = await leaveUnnamed(tx, no, aboutReporting(text), around.keys)
  if (!unnamed.ok) return refuse('recordNamesReporter')
  const content = Buffer.from(text)
  return addEvidence(
    tx,
    no,
    {
      ...{
        kind: 'record',
        title: `现场检查笔录 ${record.number}`,
        source: `现场检查任务 ${taskId}`,
        place: '检查现场',
      },
      ...{ takenOn: around.at.today.toString(), media: 'text/plain', digest: sm3(content).toString('hex'), content },
    },
    around,
  )
}

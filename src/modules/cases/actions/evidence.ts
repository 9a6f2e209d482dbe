import { type Actor, actorLabel } from '#kernel/actor'
import { cleanText } from '#kernel/chinese-text'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId, sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { FileStore } from '#platform/files'
import { isOver } from '../rules/procedure/moves.ts'
import { lockCase, type Sealer } from '../store/cases.ts'
import { type EvidenceRow, findVisitRecord, insertEvidence, listEvidence, writeCustody } from '../store/evidence.ts'

interface Around {
  readonly by: Extract<Actor, { kind: 'staff' }>
  readonly at: Moment
  readonly keys: Sealer
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
  readonly content: Uint8Array
}

/** 登记证据: hashed as it was taken, kept sealed, never overwritten; with its first entry of custody. */
export async function addEvidence(
  tx: Tx,
  no: string,
  taken: Taken,
  { by, at, keys, files }: Around,
): Promise<Result<string>> {
  const file = await lockCase(tx, no, keys)
  if (!file) return refuse('caseUnknown')
  if (isOver(file.state)) return refuse('caseOver')
  if (sm3(taken.content).toString('hex') !== taken.digest) return refuse('evidenceDigest')
  if (taken.takenOn > at.today.toString()) return refuse('evidenceFuture')
  if ((await listEvidence(tx, no)).some(({ digest }) => digest === taken.digest)) return refuse('evidenceTwice')
  const title = cleanText(taken.title, { max: 120 })
  const source = cleanText(taken.source, { max: 200 })
  const place = cleanText(taken.place, { max: 200 })
  for (const text of [title, source, place]) if (!text.ok) return text
  const stored = await files.put(Buffer.from(keys.sealField(Buffer.from(taken.content).toString('base64'))))
  if (!stored.ok) return stored
  const id = randomId()
  const moment = at.instant.toString()
  await insertEvidence(tx, {
    ...{
      id,
      caseNo: no,
      kind: taken.kind,
      takenOn: taken.takenOn,
      takenBy: actorLabel(by),
      digest: taken.digest,
      media: taken.media,
    },
    title: title.ok ? title.value : '',
    source: source.ok ? source.value : '',
    place: place.ok ? place.value : '',
    bytes: taken.content.length,
    storedDigest: stored.value.digest,
    storedBytes: stored.value.bytes,
    at: moment,
  })
  const words = source.ok ? source.value : ''
  await writeCustody(tx, { evidenceId: id, at: moment, by: actorLabel(by), act: 'taken', words })
  return ok(no)
}

/** 现场检查笔录 of the field app into the file: the very words that were signed there, under their own digest. */
export async function attachVisit(tx: Tx, no: string, taskId: string, around: Around): Promise<Result<string>> {
  const record = await findVisitRecord(tx, taskId)
  if (!record) return refuse('visitRecordUnknown')
  const content = Buffer.from(around.keys.openField(record.content))
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

/** The bytes as they were taken; undefined where the store gives back something else. */
export async function openEvidence(
  row: EvidenceRow,
  files: FileStore,
  keys: Pick<Sealer, 'openField'>,
): Promise<Buffer | undefined> {
  try {
    const stored = await files.find({ digest: row.storedDigest, bytes: row.storedBytes })
    const content = stored && Buffer.from(keys.openField(stored.toString()), 'base64')
    return content && sm3(content).toString('hex') === row.digest ? content : undefined
  } catch {
    // Altered on disk, or a seal that does not open: either way it is not what was taken.
    return undefined
  }
}

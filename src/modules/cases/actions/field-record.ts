import { type Actor, actorLabel } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId, sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import type { FieldRecord, RecordAct } from '../contract/field.ts'
import { isOver } from '../rules/procedure/moves.ts'
import { readFieldRecord } from '../rules/records/read-record.ts'
import { lockCase, type Sealer } from '../store/cases.ts'
import { listEvidence } from '../store/evidence.ts'
import { insertHeldRecord } from '../store/held-records.ts'
import { insertRecord, listRecords } from '../store/papers.ts'
import { type RecordWords, unnamedRecord } from './unnamed.ts'

interface Around {
  readonly by: Extract<Actor, { kind: 'staff' }>
  readonly at: Moment
  readonly keys: Sealer & Pick<Keyring, 'blindIndex'>
}

/**
 * 现场制作笔录: the text whose SM3 was taken on the telephone is kept, letter for letter; it then waits for the other officer's own
 * account. Refusals that the telephone shows as 需要处理: `recordDigest`, what `readFieldRecord` finds, `recordNamesReporter`, `caseOver`.
 */
export async function keepFieldRecord(
  tx: Tx,
  no: string,
  { record, digest }: Extract<RecordAct, { kind: 'record' }>,
  { by, at, keys }: Around,
): Promise<Result<string>> {
  const file = await lockCase(tx, no, keys)
  if (!file || record.caseNo !== no) return refuse('caseUnknown')
  if (isOver(file.state)) return refuse('caseOver')
  const text = textOf(record)
  if (sm3(text).toString('hex') !== digest) return refuse('recordDigest')
  const evidence = (await listEvidence(tx, no)).map(row => row.digest)
  const read = readFieldRecord(record, { officers: file.officers, by: by.staffId, now: at.instant, evidence })
  if (!read.ok) return read
  if ((await listRecords(tx, no)).some(row => row.digest === digest)) return refuse('recordTwice')
  const unnamed = await unnamedRecord(tx, no, wordsOf(record), keys)
  if (!unnamed.ok) return unnamed
  const id = randomId()
  const row = { id, caseNo: no, kind: record.kind, digest, by: actorLabel(by), at: at.instant.toString() }
  await insertRecord(tx, { ...row, content: keys.sealField(text) })
  return ok(id)
}

const wordsOf = ({ person, witness, place, words, refused, corrections }: FieldRecord): RecordWords => ({
  signers: [person, witness],
  texts: [place, words, refused, ...corrections.flatMap(({ before, after }) => [before, after])],
})

/** What the telephone took the SM3 of: the record with its keys in their order. */
const textOf = (record: FieldRecord): string => JSON.stringify(record)

/** 交办公室处理: as it was written, sealed; nothing of it is judged. */
export async function holdFieldRecord(
  tx: Tx,
  no: string,
  { act, why }: { readonly act: RecordAct; readonly why: string },
  { by, at, keys }: Around,
): Promise<Result<string>> {
  const file = await lockCase(tx, no, keys)
  if (!file) return refuse('caseUnknown')
  const id = randomId()
  await insertHeldRecord(tx, {
    ...{ id, caseNo: no, kind: act.kind, act: keys.sealField(JSON.stringify(act)), why },
    ...{ by: actorLabel(by), heldAt: at.instant.toString() },
  })
  return ok(id)
}

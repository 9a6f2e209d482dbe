import { type Actor, actorLabel } from '#kernel/actor'
import { cleanText } from '#kernel/chinese-text'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId, sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import type { FieldRecord } from '../contract/field.ts'
import { isOver } from '../rules/procedure/moves.ts'
import { lockCase, type Sealer } from '../store/cases.ts'
import { insertRecord, lockRecord, type RecordRow, signRecord } from '../store/papers.ts'
import { unnamedRecord } from './unnamed.ts'

/** 笔录 as written and signed; nobody changes it afterwards. */
export interface RecordContent {
  readonly kind: 'questioning' | 'inspection'
  readonly place: string
  readonly from: string
  readonly until: string
  readonly person: string
  readonly words: string
  readonly signature: string
  readonly refused: string
}

/** What a record may hold besides: the parts that only a telephone on the spot takes. */
export type KeptRecord = RecordContent &
  Partial<Pick<FieldRecord, 'role' | 'readBack' | 'corrections' | 'witness' | 'second' | 'officers' | 'photos'>>

interface Around {
  readonly by: Extract<Actor, { kind: 'staff' }>
  readonly at: Moment
  readonly keys: Sealer
}

export interface RecordMade {
  readonly id: string
  readonly digest: string
  readonly caseNo: string
}

/** 制作笔录: by one of the two officers; the party signs on the pad, or his refusal is noted with a witness. */
export async function writeRecord(
  tx: Tx,
  no: string,
  asked: RecordContent,
  { by, at, keys }: Around & { readonly keys: Pick<Keyring, 'blindIndex'> },
): Promise<Result<RecordMade>> {
  const file = await lockCase(tx, no, keys)
  if (!file) return refuse('caseUnknown')
  if (isOver(file.state)) return refuse('caseOver')
  if (!file.officers.includes(by.staffId)) return refuse('recordNotOfficer')
  if (asked.from >= asked.until || asked.until.slice(0, 10) > at.today.toString()) return refuse('recordTimes')
  if (asked.signature.length < 20 && asked.refused.trim() === '') return refuse('recordUnsigned')
  const words = cleanText(asked.words, { max: 8000, lines: true })
  if (!words.ok) return words
  const told = { signers: [asked.person], texts: [asked.place, asked.refused, words.value] }
  const unnamed = await unnamedRecord(tx, no, told, keys)
  if (!unnamed.ok) return unnamed
  const content = JSON.stringify({ ...asked, words: words.value })
  const digest = sm3(content).toString('hex')
  const row = { id: randomId(), caseNo: no, kind: asked.kind, digest, by: actorLabel(by), at: at.instant.toString() }
  await insertRecord(tx, { ...row, content: keys.sealField(content) })
  return ok({ id: row.id, digest, caseNo: no })
}

/** 第二名办案人员 signs under his own account what he read, by its digest. */
export async function confirmRecord(
  tx: Tx,
  id: string,
  digest: string,
  { by, at, keys }: Around,
): Promise<Result<string>> {
  const record = await lockRecord(tx, id)
  const file = record && (await lockCase(tx, record.caseNo, keys))
  if (!record || !file) return refuse('recordUnknown')
  if (!file.officers.includes(by.staffId) || record.by === actorLabel(by)) return refuse('recordNotSecond')
  if (record.secondBy !== null) return refuse('recordConfirmed')
  const content = openRecord(record, keys)
  if (record.digest !== digest || !content) return refuse('recordChanged')
  // Who was not there does not sign for it, even when he has taken the case over since.
  if ((content.second ?? by.staffId) !== by.staffId) return refuse('recordNotSecond')
  await signRecord(tx, id, actorLabel(by), at.instant.toString())
  return ok(record.caseNo)
}

/** The words that were signed; undefined where they were altered. */
export function openRecord(
  { content, digest }: Pick<RecordRow, 'content' | 'digest'>,
  keys: Pick<Sealer, 'openField'>,
): KeptRecord | undefined {
  try {
    const words = keys.openField(content)
    return sm3(words).toString('hex') === digest ? (JSON.parse(words) as KeptRecord) : undefined
  } catch {
    return undefined
  }
}

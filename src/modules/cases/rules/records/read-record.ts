import { cleanText } from '#kernel/chinese-text'
import { momentOf } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { FieldRecord } from '../../contract/field.ts'

export interface RecordFrame {
  /** The two officers of the case. */
  readonly officers: readonly string[]
  readonly by: string
  readonly now: Temporal.Instant
  /** SM3 of the evidence that has arrived. */
  readonly evidence: readonly string[]
}

/** A telephone's clock may go before ours by this much. */
const slipMinutes = 10
/** A name, a stroke through a name: shorter than this nobody has written. */
const isHand = (path: string): boolean => path.length >= 20

/**
 * 现场笔录核对 (行政处罚法 §42, §55): two officers of the case, times in order, every correction in the hand of who was heard, his signature
 * or why there is none with a witness. The words are taken as they were signed: what would have to be cleaned is refused.
 */
export function readFieldRecord(record: FieldRecord, frame: RecordFrame): Result<true> {
  const { officers, by, evidence } = frame
  if (!officers.includes(by)) return refuse('recordNotOfficer')
  if (record.second === by || !officers.includes(record.second)) return refuse('recordSecondForeign')
  const times = timesInOrder(record, frame)
  if (!times.ok) return times
  if (!isHand(record.officers.first) || !isHand(record.officers.second)) return refuse('recordOfficersUnsigned')
  const refused = record.refused.trim() !== ''
  if (!refused && !isHand(record.signature)) return refuse('recordUnsigned')
  if (refused && record.witness.trim() === '') return refuse('recordNoWitness')
  // Who refuses to sign does not initial either: then the two officers answer for the words as they stand.
  if (!refused && record.corrections.some(({ initials }) => !isHand(initials)))
    return refuse('recordCorrectionUninitialled')
  if (record.photos.some(digest => !evidence.includes(digest))) return refuse('recordPhotoMissing')
  return wordsAsSigned(record)
}

function timesInOrder({ from, until, capturedAt }: FieldRecord, { now }: RecordFrame): Result<true> {
  const captured = instantOf(capturedAt)
  if (!captured || from >= until) return refuse('recordTimes')
  if (Temporal.Instant.compare(captured, now.add({ minutes: slipMinutes })) > 0) return refuse('recordTimes')
  // 笔录 is closed after what it tells: its end is not later than the moment it was kept.
  const last = captured.add({ minutes: slipMinutes }).toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime()
  return until > last.toString().slice(0, 16) ? refuse('recordTimes') : ok(true)
}

function instantOf(text: string): Temporal.Instant | undefined {
  try {
    return momentOf(Temporal.Instant.from(text)).instant
  } catch {
    return undefined
  }
}

function wordsAsSigned({ words, place, person, corrections }: FieldRecord): Result<true> {
  const all = [
    { text: words, max: 8000, lines: true },
    { text: place, max: 120 },
    { text: person, max: 60 },
    ...corrections.flatMap(({ before, after }) =>
      [before, after].filter(text => text !== '').map(text => ({ text, max: 300 })),
    ),
  ]
  for (const { text, ...limits } of all) {
    const clean = cleanText(text, limits)
    if (!clean.ok) return clean
    if (clean.value !== text) return refuse('recordWordsUnclean')
  }
  return ok(true)
}

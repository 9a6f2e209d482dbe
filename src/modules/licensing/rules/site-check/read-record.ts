import { cleanText } from '#kernel/chinese-text'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { SiteCheckRecord } from '../../contract.ts'
import { isSigned } from '../signature.ts'
import { siteCheckItemCodes } from './items.ts'
import type { SiteCheckPolicy } from './policy.ts'

export interface RecordFrame {
  /** Who writes it. */
  readonly by: string
  /** Members of staff who may be the other verifier. */
  readonly verifiers: readonly string[]
  readonly now: Temporal.Instant
  readonly policy: SiteCheckPolicy
}

/** A telephone's clock may go before ours by this much. */
const slipMinutes = 10

/**
 * 现场记录核对 (XK 34): two different verifiers without interest, every item answered, enough photos, both signatures, and of the
 * applicant a signature or why there is none. Returns the record with clean words.
 */
export function readSiteCheck(record: SiteCheckRecord, frame: RecordFrame): Result<SiteCheckRecord> {
  const when = checkTimes(record, frame)
  if (!when.ok) return when
  if (record.second === frame.by || !frame.verifiers.includes(record.second)) return refuse('siteCheckSecondUnable')
  if (!record.noInterest) return refuse('siteCheckInterest')
  const digests = new Set(record.photos.map(photo => photo.digest))
  if (digests.size < frame.policy.leastPhotos) return refuse('siteCheckPhotosFew', { least: frame.policy.leastPhotos })
  const items = cleanItems(record)
  if (!items.ok) return items
  const signatures = checkSignatures(record.signatures)
  if (!signatures.ok) return signatures
  return cleanWords({ ...record, items: items.value, signatures: signatures.value })
}

function checkTimes({ arrivedAt, capturedAt }: SiteCheckRecord, { now, policy }: RecordFrame): Result<null> {
  const [from, to] = [instantOf(arrivedAt), instantOf(capturedAt)]
  if (!from || !to || Temporal.Instant.compare(from, to) > 0) return refuse('siteCheckTimeWrong')
  if (Temporal.Instant.compare(to, now.add({ minutes: slipMinutes })) > 0) return refuse('siteCheckTimeWrong')
  const oldest = now.subtract({ hours: policy.lateDays * 24 })
  return Temporal.Instant.compare(to, oldest) < 0 ? refuse('siteCheckLate', { days: policy.lateDays }) : ok(null)
}

export function instantOf(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(text)
  } catch {
    return undefined
  }
}

/** Each item once, in the order of the table; whoever answers 否 or 不能确定 says what he saw. */
function cleanItems(record: SiteCheckRecord): Result<SiteCheckRecord['items']> {
  const clean: SiteCheckRecord['items'] = []
  for (const code of siteCheckItemCodes) {
    const [item, twice] = record.items.filter(one => one.code === code)
    if (item === undefined || twice !== undefined) return refuse('siteCheckItemsOpen')
    const note = optional(item.note, 200)
    if (!note.ok) return note
    if (item.answer !== 'yes' && note.value === '') return refuse('siteCheckItemsOpen')
    clean.push({ ...item, note: note.value })
  }
  return ok(clean)
}

type Signatures = SiteCheckRecord['signatures']
const written = (strokes: Signatures['first']): boolean => isSigned(strokes.map(stroke => stroke.flat()))

/** 拒绝签名 and 不在场 are no fault of the record: they stand in it with their reason. */
function checkSignatures(signatures: Signatures): Result<Signatures> {
  const { first, second, applicant } = signatures
  if (!written(first) || !written(second)) return refuse('siteCheckUnsigned')
  if (applicant.kind !== 'signed') {
    const why = cleanText(applicant.why, { max: 200, lines: true })
    if (!why.ok) return why.refusal === 'textEmpty' ? refuse('siteCheckWhyMissing') : why
    return ok({ first, second, applicant: { kind: applicant.kind, why: why.value } })
  }
  const name = cleanText(applicant.name, { max: 30 })
  if (!name.ok || !written(applicant.strokes)) return refuse('siteCheckApplicantUnsigned')
  return ok({ first, second, applicant: { ...applicant, name: name.value } })
}

function cleanWords(record: SiteCheckRecord): Result<SiteCheckRecord> {
  const findings = cleanText(record.findings, { max: 1000, lines: true })
  if (!findings.ok) return findings.refusal === 'textEmpty' ? refuse('siteCheckFindingsMissing') : findings
  const objections: SiteCheckRecord['objections'] = []
  for (const objection of record.objections) {
    const text = cleanText(objection.text, { max: 500, lines: true })
    const name = optional(objection.name, 30)
    if (!text.ok) return text
    if (!name.ok) return name
    objections.push({ ...objection, text: text.value, name: name.value })
  }
  const walks = cleanNotes(record.walks)
  const shops = cleanNotes(record.shops)
  if (!walks.ok) return walks
  if (!shops.ok) return shops
  return ok({ ...record, findings: findings.value, objections, walks: walks.value, shops: shops.value })
}

/** Measured with one decimal, as the layout rules say. */
function cleanNotes<T extends { note: string; metres: number }>(lines: readonly T[]): Result<T[]> {
  const clean: T[] = []
  for (const line of lines) {
    const note = optional(line.note, 300)
    if (!note.ok) return note
    clean.push({ ...line, metres: Math.round(line.metres * 10) / 10, note: note.value })
  }
  return ok(clean)
}

const optional = (text: string, max: number): Result<string> =>
  text.trim() === '' ? ok('') : cleanText(text, { max, lines: true })

import { ok, type Result, refuse } from '#kernel/refusal'
import { nextState } from '#kernel/state-table'
import { canonicalJson } from '../draw/canonical.ts'
import type { VisitAct } from './act.ts'
import { type FieldValue, foldContent, shortCode, type VisitLine } from './content.ts'
import { type VisitState, visitMoves } from './moves.ts'

export interface Signature {
  readonly who: 'retailer' | 'refused' | 'officer'
  /** The officer whose telephone took it. */
  readonly by: string
  /** SM3 of the content that was signed. */
  readonly digest: string
}

/** A visit as the rules see it: on the server, on the telephone and in the test with a thousand networks. */
export interface VisitFacts {
  readonly state: VisitState
  readonly scans: readonly { readonly way: 'in' | 'out'; readonly by: string }[]
  readonly lines: readonly VisitLine[]
  /** SM3 of each. */
  readonly photos: readonly string[]
  readonly signatures: readonly Signature[]
}

export const noVisit: VisitFacts = { state: 'none', scans: [], lines: [], photos: [], signatures: [] }

/** What one act adds; nothing of it for an act that was taken before. */
export interface Change {
  readonly scan?: 'in' | 'out'
  readonly line?: VisitLine
  readonly photo?: string
  readonly signature?: Signature
  readonly to?: VisitState
}

interface Taken {
  readonly by: string
  /** SM3 of the content as it now stands. */
  readonly digest: string
  /** SM3 of what the act carries: the picture, or the content that the retailer read. */
  readonly carried: string
}

/** 一步: what an act of one of the two officers does to the visit. The same act again changes nothing, whatever came between. */
export function decideAct(facts: VisitFacts, act: VisitAct, taken: Taken): Result<Change> {
  if (act.kind === 'scanIn') return scan(facts, 'in', taken.by)
  if (facts.state === 'none') return refuse('visitNotOpen')
  const change = changeOf(facts, act, taken)
  if (!change.ok || Object.keys(change.value).length === 0) return change
  return facts.state === 'recorded' ? refuse('visitRecorded') : change
}

function changeOf(facts: VisitFacts, act: Exclude<VisitAct, { kind: 'scanIn' }>, taken: Taken): Result<Change> {
  if (act.kind === 'scanOut') return scan(facts, 'out', taken.by)
  if (act.kind === 'photo') return photo(facts, act.digest, taken)
  if (act.kind === 'choose') return choose(facts, act, taken.by)
  if (act.kind === 'officerSign') return officerSign(facts, act, taken)
  if (act.kind === 'retailerSign' || act.kind === 'refuseSign') return retailer(facts, act, taken)
  return enter(facts, fieldOf(act), enteredValue(act), taken.by)
}

function scan(facts: VisitFacts, way: 'in' | 'out', by: string): Result<Change> {
  if (facts.scans.some(one => one.way === way && one.by === by)) return ok({})
  if (facts.state === 'recorded') return refuse('visitRecorded')
  const to = nextState(visitMoves, facts.state, way === 'in' ? 'scanIn' : 'scanOut')
  return ok({ scan: way, ...(to.ok ? { to: to.value } : {}) })
}

function photo(facts: VisitFacts, digest: string, { carried }: Taken): Result<Change> {
  if (carried !== digest) return refuse('visitPhotoDigest')
  return ok(facts.photos.includes(digest) ? {} : { photo: digest })
}

type Entered = Extract<VisitAct, { kind: 'check' | 'code' | 'notes' | 'outcome' }>

/** Where an act writes: `check.licence`, `code.6112…`, `notes`, `outcome`. */
function fieldOf(act: Entered): string {
  if (act.kind === 'check') return `check.${act.check}`
  return act.kind === 'code' ? `code.${act.code}` : act.kind
}

function enteredValue(act: Entered): FieldValue {
  if (act.kind === 'check') return { result: act.result, note: act.note }
  if (act.kind === 'code') return { seen: act.seen }
  if (act.kind === 'notes') return { text: act.text }
  return { outcome: act.outcome, words: act.words, rectifyBy: act.rectifyBy }
}

function enter(facts: VisitFacts, field: string, value: FieldValue, by: string): Result<Change> {
  const last = facts.lines.findLast(line => line.kind === 'enter' && line.field === field && line.by === by)
  if (last?.kind === 'enter' && canonicalJson(last.value) === canonicalJson(value)) return ok({})
  return ok({ line: { kind: 'enter', field, by, value } })
}

function choose(facts: VisitFacts, act: Extract<VisitAct, { kind: 'choose' }>, by: string): Result<Change> {
  const { field, side, reason } = act
  const last = facts.lines.findLast(line => line.field === field)
  if (last?.kind === 'choose' && last.side === side && last.by === by && last.reason === reason) return ok({})
  const open = foldContent(facts.lines).conflicts.find(one => one.field === field)
  if (!open?.sides.some(one => one.by === side)) return refuse('visitNothingToChoose')
  return reason.trim() === '' ? refuse('visitChoiceReason') : ok({ line: { kind: 'choose', field, by, side, reason } })
}

const signed = (facts: VisitFacts, signature: Signature): Result<Change> => {
  const known = facts.signatures.some(
    one => one.who === signature.who && one.by === signature.by && one.digest === signature.digest,
  )
  return ok(known ? {} : { signature })
}

/** Sign what stands, whole: by the digest, or by the code read from the colleague's telephone. */
function officerSign(facts: VisitFacts, act: Extract<VisitAct, { kind: 'officerSign' }>, taken: Taken): Result<Change> {
  const given = facts.signatures.find(one => one.who === 'officer' && one.by === taken.by && fits(act.code, one.digest))
  if (given) return ok({})
  if (!isSigned(act.strokes)) return refuse('visitUnsigned')
  if (foldContent(facts.lines).conflicts.length > 0) return refuse('visitTwoWords')
  if (!fits(act.code, taken.digest)) return refuse('visitContentChanged')
  return signed(facts, { who: 'officer', by: taken.by, digest: taken.digest })
}

const fits = (code: string, digest: string): boolean => code === digest || code.toUpperCase() === shortCode(digest)

/** What the retailer signed is what he read: kept with it, and compared when the record is written. */
function retailer(
  facts: VisitFacts,
  act: Extract<VisitAct, { kind: 'retailerSign' | 'refuseSign' }>,
  { by, carried }: Taken,
): Result<Change> {
  if (act.kind === 'retailerSign') {
    if (!isSigned(act.strokes)) return refuse('visitUnsigned')
    return signed(facts, { who: 'retailer', by, digest: carried })
  }
  if (act.reason.trim() === '') return refuse('visitRefusalReason')
  // 行政处罚法第五十五条 and the record's own form: who refuses is noted with a witness, or with a picture where nobody would witness.
  const witnessed = act.witness.trim() !== '' && isSigned(act.strokes)
  if (!witnessed && facts.photos.length === 0) return refuse('visitRefusalWitness')
  return signed(facts, { who: 'refused', by, digest: carried })
}

/** 签名: strokes, not a dot. */
const isSigned = (strokes: readonly (readonly unknown[])[]): boolean =>
  strokes.reduce((points, stroke) => points + stroke.length, 0) >= 5

/** The visit after a change: how the telephone and the tests keep it; the server's store does the same to its tables. */
export function applied(facts: VisitFacts, change: Change, by: string): VisitFacts {
  return {
    state: change.to ?? facts.state,
    scans: change.scan ? [...facts.scans, { way: change.scan, by }] : facts.scans,
    lines: change.line ? [...facts.lines, change.line] : facts.lines,
    photos: change.photo ? [...facts.photos, change.photo] : facts.photos,
    signatures: change.signature ? [...facts.signatures, change.signature] : facts.signatures,
  }
}

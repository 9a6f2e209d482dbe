import type { FieldRecord, PersonRole } from '#contract/cases'
import { cleanText } from '#kernel/chinese-text'
import type { TakenPhoto } from '../capture/take-photo.ts'
import { isWritten, type Strokes } from '../parts/signature-pad.tsx'

export type RecordKind = FieldRecord['kind']
export interface Turn {
  readonly ask: string
  readonly answer: string
}
export interface CorrectionDraft {
  readonly before: string
  readonly after: string
  readonly initials: Strokes
}

/** 笔录 as it is being written; every touch is kept on the telephone. */
export interface RecordDraft {
  readonly kind: RecordKind
  readonly place: string
  readonly from: string
  readonly person: string
  readonly role: PersonRole
  readonly shown: boolean
  readonly told: boolean
  readonly turns: readonly Turn[]
  /** 检查情况, of an inspection. */
  readonly found: string
  readonly photos: readonly TakenPhoto[]
  readonly readBack: FieldRecord['readBack'] | undefined
  readonly corrections: readonly CorrectionDraft[]
  readonly signs: 'signed' | 'refused'
  readonly signature: Strokes
  readonly refused: string
  readonly witness: string
  readonly first: Strokes
  readonly second: Strokes
}

export const emptyDraft = (kind: RecordKind, now: Date, place: string): RecordDraft => ({
  ...{ kind, place, from: minuteOf(now), person: '', role: 'party', shown: false, told: false },
  turns: kind === 'questioning' ? [{ ask: '', answer: '' }] : [],
  ...{ found: '', photos: [], readBack: undefined, corrections: [], signs: 'signed', signature: [] },
  ...{ refused: '', witness: '', first: [], second: [] },
})

/** 2026-11-26T09:05 as the clock in China shows it. */
const minuteOf = (at: Date): string =>
  at.toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16).replace(' ', 'T')

export type Missing = 'place' | 'person' | 'shown' | 'told' | 'words' | 'readBack' | 'corrections' | 'sign' | 'officers'

/** What the record still lacks, as the server would say it; said before anything is sent. */
export function missingOf(draft: RecordDraft): Missing[] {
  const signed =
    draft.signs === 'signed' ? isWritten(draft.signature) : draft.refused.trim() !== '' && draft.witness.trim() !== ''
  const corrected = draft.corrections.every(
    ({ before, initials }) => before.trim() !== '' && (draft.signs === 'refused' || isWritten(initials)),
  )
  const lacks: readonly (readonly [Missing, boolean])[] = [
    ['place', draft.place.trim() === ''],
    ['person', draft.person.trim() === ''],
    ['shown', !draft.shown],
    ['told', !draft.told],
    ['words', wordsOf(draft) === ''],
    ['readBack', draft.readBack === undefined],
    ['corrections', !corrected],
    ['sign', !signed],
    ['officers', !isWritten(draft.first) || !isWritten(draft.second)],
  ]
  return lacks.flatMap(([what, is]) => (is ? [what] : []))
}

/** The words of the record: 问 and 答 each on a line of its own, or what was found. */
export function wordsOf({ kind, turns, found }: Pick<RecordDraft, 'kind' | 'turns' | 'found'>): string {
  const said = turns
    .filter(({ ask, answer }) => ask.trim() !== '' || answer.trim() !== '')
    .map(({ ask, answer }) => `问：${oneLine(ask)}\n答：${oneLine(answer)}`)
  return (kind === 'questioning' ? said.join('\n') : tidy(found, true)).trim()
}

const oneLine = (text: string): string => tidy(text, false)
/** As the server would have it; what cannot be cleaned stays and is refused there by name. */
function tidy(text: string, lines: boolean): string {
  const plain = lines ? text : text.replaceAll(/\s+/gu, ' ')
  const clean = cleanText(plain, { max: 8000, lines })
  return clean.ok ? clean.value : plain.trim()
}

/** As an SVG path in a frame of 320 × 120, as the document draws it. */
const pathOf = (strokes: Strokes): string =>
  strokes
    .map(
      stroke =>
        `M${stroke.map(([x, y]) => `${Math.round((x * 320) / 680)} ${Math.round((y * 120) / 360)}`).join(' L')}`,
    )
    .join(' ')

interface Closing {
  readonly caseNo: string
  readonly second: string
  readonly now: Date
  readonly fix: FieldRecord['fix']
}

/** The record whose SM3 is taken; only called when nothing is missing. Its keys keep this order for good. */
export function recordOf(draft: RecordDraft, { caseNo, second, now, fix }: Closing): FieldRecord {
  const refused = draft.signs === 'refused'
  const until = minuteOf(now)
  return {
    caseNo,
    kind: draft.kind,
    place: oneLine(draft.place),
    from: draft.from,
    // A short look may begin and end within one minute; a record has to last.
    until: until > draft.from ? until : minuteOf(new Date(Date.parse(`${draft.from}:00+08:00`) + 60_000)),
    person: oneLine(draft.person),
    role: draft.role,
    shown: true,
    told: true,
    words: wordsOf(draft),
    readBack: draft.readBack ?? 'self',
    corrections: draft.corrections.map(({ before, after, initials }) => ({
      before: oneLine(before),
      after: oneLine(after),
      initials: refused ? '' : pathOf(initials),
    })),
    signature: refused ? '' : pathOf(draft.signature),
    refused: refused ? oneLine(draft.refused) : '',
    witness: refused ? oneLine(draft.witness) : '',
    second,
    officers: { first: pathOf(draft.first), second: pathOf(draft.second) },
    fix,
    photos: draft.photos.map(({ digest }) => digest),
    capturedAt: now.toISOString(),
  }
}

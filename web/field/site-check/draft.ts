import {
  type SiteCheckAnswer,
  type SiteCheckItemCode,
  type SiteCheckRecord,
  siteCheckItemCodes,
} from '#contract/licensing'
import type { TakenPhoto } from '../capture/take-photo.ts'
import type { Fix } from '../device/whereabouts.ts'
import { isWritten, type Strokes } from '../parts/signature-pad.tsx'

export type Method = SiteCheckRecord['walks'][number]['method']
export interface WalkDraft {
  readonly metres: string
  readonly method: Method
  readonly note: string
}
export type ObjectionDraft = SiteCheckRecord['objections'][number]

/** 现场记录 as it is being written; every step is kept on the telephone. */
export interface SiteDraft {
  readonly arrivedAt: string
  readonly photos: readonly TakenPhoto[]
  /** Taken at the door, once; a later fix elsewhere does not move it. */
  readonly place: Fix | null
  readonly items: Readonly<Partial<Record<SiteCheckItemCode, { answer: SiteCheckAnswer | undefined; note: string }>>>
  readonly areaM2: string
  /** By `schoolId/gate`. */
  readonly walks: Readonly<Record<string, WalkDraft>>
  /** By licence number. */
  readonly shops: Readonly<Record<string, WalkDraft>>
  readonly sketch: Strokes
  readonly findings: string
  readonly objections: readonly ObjectionDraft[]
  readonly second: string
  readonly noInterest: boolean
  readonly first: Strokes
  readonly secondSign: Strokes
  readonly applicant: 'signed' | 'refused' | 'absent'
  readonly applicantName: string
  readonly applicantStrokes: Strokes
  readonly applicantWhy: string
}

export const emptyDraft = (now: string): SiteDraft => ({
  arrivedAt: now,
  photos: [],
  place: null,
  items: {},
  areaM2: '',
  walks: {},
  shops: {},
  sketch: [],
  findings: '',
  objections: [],
  second: '',
  noInterest: false,
  first: [],
  secondSign: [],
  applicant: 'signed',
  applicantName: '',
  applicantStrokes: [],
  applicantWhy: '',
})

const number = (text: string): number | null => {
  const value = Number(text.trim().replace('，', '.'))
  return text.trim() === '' || !Number.isFinite(value) || value < 0 ? null : value
}

export type Missing =
  | 'photos'
  | 'items'
  | 'metres'
  | 'findings'
  | 'objection'
  | 'second'
  | 'interest'
  | 'signs'
  | 'applicant'

/** What the record still lacks, as the server would say it; said before anything is sent. */
export function missingOf(draft: SiteDraft, leastPhotos: number): Missing[] {
  const open = siteCheckItemCodes.some(code => {
    const item = draft.items[code]
    return item?.answer === undefined || (item.answer !== 'yes' && item.note.trim() === '')
  })
  const walks = [...Object.values(draft.walks), ...Object.values(draft.shops)]
  const signed = draft.applicantName.trim() !== '' && isWritten(draft.applicantStrokes)
  return [
    ...(draft.photos.length < leastPhotos ? (['photos'] as const) : []),
    ...(open ? (['items'] as const) : []),
    ...(walks.some(({ metres }) => number(metres) === null) ? (['metres'] as const) : []),
    ...(draft.findings.trim() === '' ? (['findings'] as const) : []),
    ...(draft.objections.some(({ text }) => text.trim() === '') ? (['objection'] as const) : []),
    ...(draft.second === '' ? (['second'] as const) : []),
    ...(draft.noInterest ? [] : (['interest'] as const)),
    ...(isWritten(draft.first) && isWritten(draft.secondSign) ? [] : (['signs'] as const)),
    ...((draft.applicant === 'signed' ? signed : draft.applicantWhy.trim() !== '') ? [] : (['applicant'] as const)),
  ]
}

const plain = (strokes: Strokes) => strokes.map(stroke => stroke.map(point => [...point]))

/** The record that two people sign; only called when nothing is missing. */
export function recordOf(draft: SiteDraft, now: string): SiteCheckRecord {
  const { applicant, applicantName, applicantStrokes, applicantWhy } = draft
  return {
    arrivedAt: draft.arrivedAt,
    capturedAt: now,
    second: draft.second,
    noInterest: draft.noInterest,
    place: draft.place,
    items: siteCheckItemCodes.map(code => ({
      code,
      answer: draft.items[code]?.answer ?? 'unclear',
      note: draft.items[code]?.note.trim() ?? '',
    })),
    areaM2: number(draft.areaM2),
    walks: Object.entries(draft.walks).map(([key, walk]) => {
      const [schoolId = '', ...gate] = key.split('/')
      return { schoolId, gate: gate.join('/'), ...measured(walk) }
    }),
    shops: Object.entries(draft.shops).map(([licenceNo, walk]) => ({ licenceNo, ...measured(walk) })),
    findings: draft.findings.trim(),
    objections: draft.objections.map(one => ({ ...one, name: one.name.trim(), text: one.text.trim() })),
    sketch: plain(draft.sketch).slice(0, 80),
    photos: draft.photos.map(({ digest, capturedAt, place }) => ({ digest, capturedAt, place })),
    signatures: {
      first: plain(draft.first),
      second: plain(draft.secondSign),
      applicant:
        applicant === 'signed'
          ? { kind: applicant, name: applicantName.trim(), strokes: plain(applicantStrokes) }
          : { kind: applicant, why: applicantWhy.trim() },
    },
  }
}

const measured = ({ metres, method, note }: WalkDraft) => ({ metres: number(metres) ?? 0, method, note: note.trim() })

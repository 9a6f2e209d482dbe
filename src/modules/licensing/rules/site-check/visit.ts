import { CHINA } from '#kernel/dates'
import type { SiteCheckRecord, SiteCheckView } from '../../contract.ts'
import { siteCheckAnswers, siteCheckItems } from './items.ts'

/** 一次实地核查 as papers and the history tell it: words and numbers; drawings stay in the sealed record. */
export interface SiteVisit {
  readonly id: string
  /** SM3 of the record that both verifiers signed. */
  readonly digest: string
  readonly verifiers: readonly [string, string]
  readonly from: string
  readonly to: string
  readonly place: SiteCheckRecord['place']
  readonly areaM2: number | null
  readonly items: readonly { readonly label: string; readonly answer: string; readonly note: string }[]
  readonly lines: SiteCheckView['lines']
  readonly methods: readonly string[]
  readonly objections: readonly string[]
  readonly applicant: { readonly kind: 'signed' | 'refused' | 'absent'; readonly words: string }
  readonly photos: readonly { readonly digest: string; readonly at: string }[]
  readonly hasSketch: boolean
}

const walkMethodWords = { wheel: '测距轮', tape: '皮尺', laser: '激光测距仪', track: '卫星定位轨迹' } as const

export function siteVisitOf(
  record: SiteCheckRecord,
  told: Pick<SiteVisit, 'id' | 'digest' | 'verifiers' | 'lines'>,
): SiteVisit {
  const { applicant } = record.signatures
  return {
    ...told,
    from: localTime(record.arrivedAt),
    to: localTime(record.capturedAt),
    place: record.place,
    areaM2: record.areaM2,
    items: record.items.map(({ code, answer, note }) => ({
      label: siteCheckItems[code].zh,
      answer: siteCheckAnswers[answer].zh,
      note,
    })),
    methods: [...record.walks, ...record.shops].map(({ method }) => walkMethodWords[method]),
    objections: objectionWords(record),
    applicant: { kind: applicant.kind, words: applicant.kind === 'signed' ? applicant.name : applicant.why },
    photos: record.photos.map(({ digest, capturedAt }) => ({ digest, at: localTime(capturedAt) })),
    hasSketch: record.sketch.length > 0,
  }
}

const who = { applicant: '申请人', thirdParty: '第三人' } as const

export const objectionWords = ({ objections }: Pick<SiteCheckRecord, 'objections'>): string[] =>
  objections.map(one => `${who[one.who]}${one.name === '' ? '' : one.name}：${one.text}`)

/** 2026年11月26日 09:30 */
function localTime(instant: string): string {
  const { year, month, day, hour, minute } = Temporal.Instant.from(instant).toZonedDateTimeISO(CHINA)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${year}年${month}月${day}日${two(hour)}:${two(minute)}`
}

/** The shortest measured walk to a school; null where none is near enough to measure. */
export const schoolMetresOf = ({ walks }: Pick<SiteCheckRecord, 'walks'>): number | null =>
  walks.length === 0 ? null : Math.min(...walks.map(({ metres }) => metres))

import type { EventKind } from './policy.ts'

/** Something that happened at a place: a case, a find of cartons, a clue or an alert. */
export interface MarketEvent {
  readonly kind: EventKind
  readonly day: Temporal.PlainDate
  /** Undefined where the register knows the day only. */
  readonly hour: number | undefined
  /** H3 cell; undefined where no place is known. */
  readonly cell: string | undefined
  /** Nine digits; undefined where none is known. */
  readonly town: string | undefined
}

/** What each reason code of the hot spots says. */
export const hotspotReasons: Readonly<
  Record<EventKind, { readonly code: string; readonly zh: string; readonly en: string }>
> = {
  case: { code: 'H01', zh: '附近近期有案件', en: 'Cases nearby lately' },
  find: { code: 'H02', zh: '附近近期查获卷烟', en: 'Cartons found nearby lately' },
  clue: { code: 'H03', zh: '附近近期有线索', en: 'Clues nearby lately' },
  alert: { code: 'H04', zh: '附近近期有模型预警', en: 'Alerts nearby lately' },
}

/** 街道 are coded 001–099 within a county, 镇 and 乡 from 100 on (统计用区划代码): the town itself says which it is. */
export const townKindOf = (town: string): 'urban' | 'rural' => (Number(town.slice(6, 9)) < 100 ? 'urban' : 'rural')

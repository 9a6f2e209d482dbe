import { type Citation, cite } from '#kernel/citation'

interface RecordRule {
  readonly zh: string
  readonly en: string
  /** How long and how hard it counts: a good sign, a slight fault, a fault, a grave one. */
  readonly weight: 'good' | 'minor' | 'ordinary' | 'grave'
  /** The article broken, where one was read; other kinds stand in the bureau's published criteria only. */
  readonly basis?: Citation
}

/**
 * 信用记录的种类 (reference §6.8, as lists of other cities publish them). What a visit was made for is no record: an officer says
 * what was found, and another confirms it.
 */
export const recordKinds = {
  noDisplay: { zh: '未亮证经营', en: 'Licence not displayed', weight: 'minor' },
  noPriceTag: { zh: '未明码标价', en: 'No price tags', weight: 'minor' },
  minors: { zh: '向未成年人售烟', en: 'Sale to minors', weight: 'ordinary', basis: cite('WB', 59) },
  otherSource: {
    zh: '未在当地烟草批发企业进货',
    en: 'Goods not from the local wholesaler',
    weight: 'ordinary',
    basis: cite('TL', 23),
  },
  swappedCode: { zh: '销售串码卷烟', en: 'Codes of another shop', weight: 'ordinary', basis: cite('TL', 23) },
  erasedCode: { zh: '销售烫码、无码卷烟', en: 'Codes erased or missing', weight: 'ordinary', basis: cite('TL', 23) },
  supplyOthers: { zh: '向无证者提供卷烟', en: 'Supply to the unlicensed', weight: 'ordinary', basis: cite('TL', 60) },
  counterfeit: { zh: '销售非法生产的卷烟', en: 'Counterfeit goods', weight: 'grave', basis: cite('TL', 25) },
  smuggled: { zh: '销售走私卷烟', en: 'Smuggled goods', weight: 'grave', basis: cite('TL', 44) },
  resist: { zh: '拒绝、阻碍检查', en: 'Resisting a check', weight: 'grave', basis: cite('ZMF', 38) },
  unpaid: { zh: '逾期不履行处罚决定', en: 'Penalty not paid', weight: 'ordinary', basis: cite('CF', 72) },
  notRectified: { zh: '到期未改正', en: 'Not corrected in time', weight: 'ordinary', basis: cite('TL', 14) },
  brokenPromise: { zh: '未履行约谈承诺', en: 'Promise of a talk not kept', weight: 'ordinary', basis: cite('YSJ', 46) },
  clear: { zh: '检查未发现问题', en: 'Check without findings', weight: 'good' },
  kept: { zh: '履行约谈承诺', en: 'Promise kept', weight: 'good', basis: cite('YSJ', 46) },
} as const satisfies Readonly<Record<string, RecordRule>>

export type RecordKind = keyof typeof recordKinds

export const isRecordKind = (code: string): code is RecordKind => Object.hasOwn(recordKinds, code)
export const weightOf = (what: RecordKind): RecordRule['weight'] => recordKinds[what].weight
export const isFault = (what: RecordKind): boolean => weightOf(what) !== 'good'
/** What an officer may note by hand: good signs come from visits and kept promises only. */
export const faults = (Object.keys(recordKinds) as RecordKind[]).filter(isFault)

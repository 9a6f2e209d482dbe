import type { StaffRole } from '#kernel/actor'
import { type Citation, cite } from '#kernel/citation'

export interface Words {
  readonly zh: string
  readonly en: string
}

/** 线索来源 (reference §7): where a clue came in. */
export const sources = {
  desk: { zh: '12313 电话', en: '12313 telephone' },
  portal: { zh: '群众网上举报', en: 'Public report, web' },
  kiosk: { zh: '群众终端举报', en: 'Public report, terminal' },
  inspection: { zh: '市场检查', en: 'Market inspection' },
  retailer: { zh: '零售户反馈', en: 'Retailer feedback' },
  caseAnalysis: { zh: '案件分析', en: 'Case analysis' },
  parcel: { zh: '物流寄递', en: 'Parcels and freight' },
  internet: { zh: '互联网', en: 'Internet' },
  partner: { zh: '部门移送', en: 'Partner agency' },
  model: { zh: '模型预警', en: 'Model alert' },
} as const satisfies Readonly<Record<string, Words>>
export type ClueSource = keyof typeof sources
export const sourceCodes = Object.keys(sources) as [ClueSource, ...ClueSource[]]

/** Sources an officer enters by hand; the others come by their own doors. */
export const deskSources = ['desk', 'inspection', 'retailer', 'caseAnalysis', 'parcel', 'internet', 'partner'] as const

interface Matter extends Words {
  /** Whose matter it is (reference §8.1); `tobacco` = 烟草专卖行政主管部门. */
  readonly agency: 'tobacco' | 'market' | 'customs' | 'police'
  readonly basis: readonly Citation[]
}

/** 线索事项: what is said to have happened, with whose matter it is. A hint for the officer, never a decision. */
export const matters = {
  counterfeit: { zh: '假烟', en: 'Counterfeit', agency: 'tobacco', basis: [cite('TL', 58), cite('ZMF', 33)] },
  smuggled: { zh: '走私烟', en: 'Smuggled', agency: 'customs', basis: [cite('ZMF', 37)] },
  transport: { zh: '无证运输', en: 'Transport without permit', agency: 'tobacco', basis: [cite('TL', 52)] },
  wholesale: { zh: '无证批发', en: 'Wholesale without licence', agency: 'tobacco', basis: [cite('TL', 54)] },
  // reference §8.1, trap 6: punished by the market regulator, not by the tobacco bureau.
  unlicensed: { zh: '无证零售', en: 'Retail without licence', agency: 'market', basis: [cite('TL', 57)] },
  otherSource: { zh: '从别处进货', en: 'Bought elsewhere', agency: 'tobacco', basis: [cite('TL', 56)] },
  posting: { zh: '寄递烟草', en: 'Tobacco by post', agency: 'tobacco', basis: [cite('TL', 52)] },
  leaf: { zh: '烟叶烟丝', en: 'Leaf and shred', agency: 'tobacco', basis: [cite('TL', 51)] },
  minors: { zh: '向未成年人售烟', en: 'Sale to minors', agency: 'tobacco', basis: [cite('WB', 59)] },
  other: { zh: '其他', en: 'Other', agency: 'tobacco', basis: [cite('YSJ', 41)] },
} as const satisfies Readonly<Record<string, Matter>>
export type ClueMatter = keyof typeof matters
export const matterCodes = Object.keys(matters) as [ClueMatter, ...ClueMatter[]]

export const agencies = {
  tobacco: { zh: '烟草专卖局', en: 'Tobacco bureau' },
  market: { zh: '市场监督管理局', en: 'Market regulator' },
  customs: { zh: '海关缉私', en: 'Customs' },
  police: { zh: '公安机关', en: 'Police' },
  post: { zh: '邮政管理局', en: 'Postal administration' },
  other: { zh: '其他部门', en: 'Other agency' },
} as const satisfies Readonly<Record<string, Words>>
export type Agency = keyof typeof agencies

export const grades = {
  A: { zh: 'A（重大，立即核查）', en: 'A (grave, at once)' },
  B: { zh: 'B（一般，限时核查）', en: 'B (ordinary, in time)' },
  C: { zh: 'C（参考，合并核查）', en: 'C (for reference)' },
} as const satisfies Readonly<Record<string, Words>>
export type ClueGrade = keyof typeof grades

/** Who may read clues; sealed identities are another matter (rules/informant). */
export const clueReaders = ['informantDesk', 'analyst', 'inspector', 'head', 'legal'] as const satisfies StaffRole[]

/** 报送线索的事项 (reference §7, YSJ 41): the matters of a clue in the words a partner chooses from. */
export const tipMatters = {
  counterfeit: { zh: '假烟', en: 'Counterfeit' },
  smuggled: { zh: '走私烟', en: 'Smuggled' },
  transport: { zh: '无证运输', en: 'Transport without permit' },
  wholesale: { zh: '无证批发', en: 'Wholesale without licence' },
  unlicensed: { zh: '无证零售', en: 'Retail without licence' },
  posting: { zh: '寄递烟草', en: 'Tobacco by post' },
  leaf: { zh: '烟叶烟丝', en: 'Leaf and shred' },
  minors: { zh: '向未成年人售烟', en: 'Sale to minors' },
  other: { zh: '其他', en: 'Other' },
} as const
export type TipMatter = keyof typeof tipMatters
export const tipMatterCodes = Object.keys(tipMatters) as [TipMatter, ...TipMatter[]]

/** 处理结果 of the clue that a tip became, as its agency reads it. */
export const tipOutcomes = {
  converted: { zh: '已立案', en: 'Filed as a case' },
  referred: { zh: '已移送有权部门', en: 'Referred' },
  monitor: { zh: '持续关注', en: 'Watched' },
  unfounded: { zh: '查无实据', en: 'Unfounded' },
  duplicate: { zh: '并入已有线索', en: 'Joined with an earlier clue' },
} as const
export type TipOutcome = keyof typeof tipOutcomes
export const tipOutcomeCodes = Object.keys(tipOutcomes) as [TipOutcome, ...TipOutcome[]]

/** Where a clue of an agency belongs: its own town, or the county where it answers for more than one area. */
export const tipArea = ([first = '', ...more]: readonly string[]): string =>
  more.length === 0 ? first : first.slice(0, 6)

/** 协作部门 by kind. */
export const agencyKinds = {
  economicPolice: { zh: '公安经侦', en: 'economic crime police' },
  policeStation: { zh: '派出所', en: 'police station' },
  antiSmuggling: { zh: '海关缉私', en: 'customs anti-smuggling' },
  coastGuard: { zh: '海警', en: 'coast guard' },
  market: { zh: '市场监管', en: 'market regulator' },
  procuratorate: { zh: '检察院', en: 'procuratorate' },
  court: { zh: '法院', en: 'court' },
  post: { zh: '邮政管理', en: 'postal administration' },
  transport: { zh: '交通运输', en: 'transport' },
  town: { zh: '镇街综合执法', en: 'town enforcement' },
  education: { zh: '教育', en: 'education' },
} as const
export type AgencyKind = keyof typeof agencyKinds

/** What an item may be. */
export const itemKinds = {
  clue: { zh: '线索', en: 'clue' },
  case: { zh: '案件', en: 'case' },
  goods: { zh: '涉案物品', en: 'goods' },
  facts: { zh: '情况材料', en: 'facts' },
  assist: { zh: '协查', en: 'request for help' },
  notice: { zh: '通报', en: 'notice' },
  referral: { zh: '移送', en: 'referral' },
} as const
export type ItemKind = keyof typeof itemKinds

/**
 * Fields that can be released, item by item. What is not in this table is never released: the informant, phone numbers of reporters,
 * identity numbers and pictures of people have no name here (个人信息保护法第六条: least fields).
 */
export const fields = {
  words: { zh: '说明', en: 'request' },
  number: { zh: '编号', en: 'number' },
  about: { zh: '事由', en: 'subject' },
  place: { zh: '地点', en: 'place' },
  day: { zh: '日期', en: 'day' },
  quantity: { zh: '数量', en: 'quantity' },
  value: { zh: '货值', en: 'value' },
  party: { zh: '当事人（遮蔽）', en: 'party (masked)' },
  plate: { zh: '车牌', en: 'plate' },
  waybill: { zh: '运单', en: 'waybill' },
  codes: { zh: '条包码', en: 'carton codes' },
  findings: { zh: '检验、鉴定结论', en: 'test results' },
  outcome: { zh: '处理结果', en: 'outcome' },
} as const
export type Field = keyof typeof fields
export const isField = (name: string): name is Field => Object.hasOwn(fields, name)
const codes = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as [K, ...K[]]
export const agencyKindCodes = codes(agencyKinds)
export const itemKindCodes = codes(itemKinds)
export const fieldCodes = codes(fields)

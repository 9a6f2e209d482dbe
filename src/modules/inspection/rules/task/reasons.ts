import { type Citation, cite } from '#kernel/citation'

/** 检查事项: what an officer looks for, in the words of the checklist. */
export const checks = {
  licence: { zh: '亮证经营，人证相符、地址相符', basis: cite('XK', 61) },
  source: { zh: '进货渠道：从当地烟草批发企业进货，有无外来卷烟', basis: cite('TL', 23) },
  codes: { zh: '32 位条码：抽扫在售卷烟，是否为本店订购', basis: cite('TL', 46) },
  stock: { zh: '库存与订购量、销售量是否相符', basis: cite('TL', 46) },
  counterfeit: { zh: '假烟、走私烟、非法生产的烟草制品', basis: cite('TL', 58) },
  minors: { zh: '禁止向未成年人售烟的标志和执行', basis: cite('WB', 59) },
  trading: { zh: '是否正常经营，有无停业、歇业、转让', basis: cite('XK', 61) },
  school: { zh: '与学校、幼儿园出入口的位置关系', basis: cite('WB', 59) },
  transport: { zh: '有无大量装卸、寄递、代他人收货', basis: cite('TL', 46) },
  price: { zh: '明码标价，有无低价倾销', basis: cite('XK', 61) },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly basis: Citation }>>
export type CheckCode = keyof typeof checks

interface Reason {
  readonly zh: string
  readonly en: string
  readonly checks: readonly CheckCode[]
  /** 错时: what happens outside office hours is not seen within them. */
  readonly off?: true
}

/** 理由 by its code: M… and N… are the indicators of monitoring (reference §6.6), the others a person's. */
export const reasons = {
  M01: { zh: '某品牌订购量骤增', en: 'One brand ordered far above its mean', checks: ['stock', 'codes', 'transport'] },
  M02: { zh: '订购总量远高于同类', en: 'Volume far above shops alike', checks: ['stock', 'codes', 'transport'] },
  M03: { zh: '敏感规格占比异常', en: 'Unusual share of sensitive brands', checks: ['stock', 'codes'] },
  M04: { zh: '多户同一设备订货', en: 'Many shops order on one device', checks: ['licence', 'trading', 'stock'] },
  M05: { zh: '多户同一收货地点', en: 'Many shops, one delivery point', checks: ['licence', 'trading', 'transport'] },
  M06: { zh: '长期没有销售', en: 'Idle for months', checks: ['trading', 'licence'] },
  M07: { zh: '停业期间订货', en: 'Orders while suspended', checks: ['trading', 'licence', 'stock'] },
  M08: { zh: '本店条码在外地查获', en: 'Codes of this shop found elsewhere', checks: ['codes', 'stock', 'transport'] },
  M09: { zh: '扫码销售与订购不符', en: 'Scans do not fit orders', checks: ['stock', 'codes', 'source'] },
  M10: { zh: '夜间收发货', en: 'Goods move at night', checks: ['transport', 'stock'], off: true },
  M11: { zh: '学校周边', en: 'Near a school', checks: ['minors', 'school'] },
  M12: { zh: '许可证到期后订货', en: 'Orders after expiry', checks: ['licence', 'trading'] },
  M13: { zh: '低价倾销', en: 'Dumping', checks: ['price', 'stock', 'source'] },
  N01: { zh: '订货比前三次平均突增', en: 'An order far above the last three', checks: ['stock', 'codes', 'transport'] },
  N02: { zh: '月订购量骤增', en: 'A month far above the one before', checks: ['stock', 'codes', 'transport'] },
  N03: { zh: '单一品牌占比过高', en: 'One brand is most of the orders', checks: ['stock', 'codes'] },
  N04: { zh: '价类结构突变', en: 'Price classes shifted', checks: ['stock', 'codes', 'source'] },
  N05: { zh: '多户同一付款账户', en: 'Many shops pay from one account', checks: ['licence', 'trading', 'stock'] },
  N06: { zh: '订购量远高于邻店', en: 'Far above its neighbours', checks: ['stock', 'codes'] },
  N07: { zh: '以往检查发现过问题', en: 'Found wanting before', checks: ['licence', 'source'] },
  N08: { zh: '近期有线索指向', en: 'Named in recent clues', checks: ['source', 'counterfeit', 'codes'] },
  N09: { zh: '店里见到别家的条码', en: 'Codes of other shops found here', checks: ['codes', 'source', 'stock'] },
  N10: { zh: '半年卖的比进的多', en: 'Sold more than it bought', checks: ['source', 'stock', 'codes'] },
  N11: { zh: '订购量比自己以前明显少', en: 'Orders far below its own past', checks: ['source', 'trading'] },
  N12: { zh: '订购量明显低于同类', en: 'Orders far below shops alike', checks: ['source', 'trading'] },
  N13: { zh: '高价烟长期高于同类', en: 'Dear cigarettes above shops alike', checks: ['stock', 'codes', 'transport'] },
  drawn: { zh: '双随机抽中', en: 'Drawn at random', checks: ['licence', 'source', 'codes', 'minors', 'price'] },
  reported: { zh: '群众举报', en: 'Reported', checks: ['source', 'counterfeit', 'codes'] },
  cycle: { zh: '定期核查到期', en: 'Regular check is due', checks: ['licence', 'source', 'minors'] },
  followUp: { zh: '整改期满复查', en: 'Correction to be looked at', checks: ['licence', 'source'] },
  clue: { zh: '线索转办', en: 'Clue handed over', checks: ['source', 'counterfeit', 'transport'] },
  holiday: {
    zh: '节假日错时检查',
    en: 'Off-hours check in the holidays',
    checks: ['source', 'counterfeit', 'minors'],
    off: true,
  },
  season: {
    zh: '高发期检查',
    en: 'Check in a high season',
    checks: ['source', 'counterfeit', 'transport'],
    off: true,
  },
  granted: { zh: '发证后抽查', en: 'Sampled after a grant', checks: ['licence', 'trading', 'school'] },
  minorsAtNight: {
    zh: '夜间向未成年人售烟的反映',
    en: 'Sale to minors at night reported',
    checks: ['minors'],
    off: true,
  },
} as const satisfies Readonly<Record<string, Reason>>
export type ReasonCode = keyof typeof reasons

export const isReason = (code: string): code is ReasonCode => Object.hasOwn(reasons, code)

/** The checklist of several reasons: each thing once, in the order of the reasons. */
export const checklistOf = (codes: readonly ReasonCode[]): readonly CheckCode[] => [
  ...new Set(codes.flatMap(code => [...reasons[code].checks])),
]

/** 检查的职权. */
export const powers = [cite('TL', 46), cite('TL', 49)]

/** 依据: the power to inspect first, then what each thing rests on; each article once. */
export function basisOf(codes: readonly CheckCode[]): readonly Citation[] {
  const all = [...powers, ...codes.map(code => checks[code].basis)]
  return all.filter(
    (one, index) => all.findIndex(c => c.instrument === one.instrument && c.article === one.article) === index,
  )
}

/** Whether what is looked for happens outside office hours. */
export const wantsOffHours = (codes: readonly ReasonCode[]): boolean => codes.some(code => 'off' in reasons[code])

/** 实体: what may stand in the graph (reference §7). A face is none of them: nobody is ever looked for by his picture. */
export const nodeKinds = [
  'person',
  'phone',
  'plate',
  'address',
  'waybill',
  'account',
  'shop',
  'licence',
  'code',
  'vessel',
  'clue',
  'case',
  'alert',
  'finding',
] as const
export type NodeKind = (typeof nodeKinds)[number]

/** 线索、案件: what has a handler and may be hit by a new fact. */
export const matterKinds = ['clue', 'case'] as const satisfies readonly NodeKind[]
export type MatterKind = (typeof matterKinds)[number]
export const isMatter = (kind: NodeKind): kind is MatterKind => matterKinds.some(one => one === kind)

/** What two matters may meet in: of the shops and licences of a county each one is an entity of somebody. */
export const meetingKinds = [
  'person',
  'phone',
  'plate',
  'address',
  'waybill',
  'account',
  'shop',
  'licence',
  'code',
  'vessel',
] as const satisfies readonly NodeKind[]

export const sourceKinds = ['registry', 'clue', 'case', 'alert', 'finding', 'parcel', 'partner', 'officer'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** A record as one reads it: keys of machines are long and say nothing, so their beginning stands for them. */
export const refInWords = (ref: string): string => (/^[0-9a-f]{8}-[0-9a-f]{4}-/u.test(ref) ? ref.slice(0, 8) : ref)

interface Words {
  readonly zh: string
  readonly en: string
}

interface EdgeRule {
  readonly from: readonly NodeKind[]
  readonly to: readonly NodeKind[]
  /** Whether a new one is worth asking which open clue or case already knows an end of it. */
  readonly collides: boolean
}

const records = ['clue', 'case', 'alert', 'finding'] as const
const entities = meetingKinds

/** 关系: which kind may join what, in which direction. Read by the writer of facts, by the page and by the database test. */
export const edgeRules = {
  /** 涉及: a record names a thing. */
  names: { from: records, to: entities, collides: true },
  /** 转为: a clue became a case, an alert became a clue. */
  became: { from: ['alert', 'finding', 'clue'], to: ['clue', 'case'], collides: false },
  /** 经营 */
  operates: { from: ['person'], to: ['shop'], collides: false },
  /** 持证 */
  holds: { from: ['shop'], to: ['licence'], collides: false },
  /** 使用 */
  uses: { from: ['person', 'shop'], to: ['phone', 'account'], collides: true },
  /** 驾驶 */
  drives: { from: ['person'], to: ['plate', 'vessel'], collides: true },
  /** 位于 */
  at: { from: ['person', 'shop'], to: ['address'], collides: true },
  /** 寄出 */
  sends: { from: ['phone', 'person', 'address'], to: ['waybill'], collides: true },
  /** 收取 */
  receives: { from: ['waybill'], to: ['phone', 'person', 'address'], collides: true },
  /** 承运 */
  carries: { from: ['plate', 'vessel'], to: ['waybill'], collides: true },
  /** 同行: seen together on the road or at sea, as the lake says. */
  alongside: { from: ['plate', 'vessel'], to: ['plate', 'vessel'], collides: true },
  /** 联系 */
  contacts: { from: ['phone', 'person'], to: ['phone', 'person'], collides: true },
  /** 喷码指向: a carton that bears the number of a licence. */
  marks: { from: ['code'], to: ['licence'], collides: true },
  /** 查见于 */
  foundAt: { from: ['code'], to: ['shop', 'address'], collides: true },
  /** 转账 */
  pays: { from: ['account'], to: ['account'], collides: true },
} as const satisfies Record<string, EdgeRule>

export type EdgeKind = keyof typeof edgeRules
export const edgeKinds = Object.keys(edgeRules) as EdgeKind[]
export const collidingKinds = edgeKinds.filter(kind => edgeRules[kind].collides)

export function mayJoin(from: NodeKind, kind: EdgeKind, to: NodeKind): boolean {
  const rule: EdgeRule = edgeRules[kind]
  return rule.from.includes(from) && rule.to.includes(to)
}

export const nodeWords: Readonly<Record<NodeKind, Words>> = {
  person: { zh: '人员', en: 'person' },
  phone: { zh: '电话', en: 'telephone' },
  plate: { zh: '车牌', en: 'plate' },
  address: { zh: '地址', en: 'address' },
  waybill: { zh: '运单', en: 'waybill' },
  account: { zh: '账户', en: 'account' },
  shop: { zh: '零售户', en: 'shop' },
  licence: { zh: '许可证', en: 'licence' },
  code: { zh: '条码', en: 'carton code' },
  vessel: { zh: '船舶', en: 'vessel' },
  clue: { zh: '线索', en: 'clue' },
  case: { zh: '案件', en: 'case' },
  alert: { zh: '预警', en: 'alert' },
  finding: { zh: '检查发现', en: 'finding' },
}

export const edgeWords: Readonly<Record<EdgeKind, Words>> = {
  names: { zh: '涉及', en: 'names' },
  became: { zh: '转为', en: 'became' },
  operates: { zh: '经营', en: 'runs' },
  holds: { zh: '持证', en: 'holds' },
  uses: { zh: '使用', en: 'uses' },
  drives: { zh: '驾驶', en: 'drives' },
  at: { zh: '位于', en: 'at' },
  sends: { zh: '寄出', en: 'sends' },
  receives: { zh: '收取', en: 'received by' },
  carries: { zh: '承运', en: 'carries' },
  alongside: { zh: '同行', en: 'travels with' },
  contacts: { zh: '联系', en: 'in touch with' },
  marks: { zh: '喷码指向', en: 'marked for' },
  foundAt: { zh: '查见于', en: 'found at' },
  pays: { zh: '转账', en: 'pays' },
}

export const sourceWords: Readonly<Record<SourceKind, Words>> = {
  registry: { zh: '零售户登记', en: 'register' },
  clue: { zh: '线索', en: 'clue' },
  case: { zh: '案件', en: 'case' },
  alert: { zh: '预警', en: 'alert' },
  finding: { zh: '检查发现', en: 'finding' },
  parcel: { zh: '寄递数据', en: 'parcel data' },
  partner: { zh: '协作单位', en: 'partner' },
  officer: { zh: '办案人员', en: 'officer' },
}

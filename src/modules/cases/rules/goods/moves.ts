import { type Citation, cite } from '#kernel/citation'
import type { Nature } from '../amounts/goods.ts'

/** Where the 支 of a lot are: what was held is always the sum of these (账实相符). */
export const buckets = {
  stored: { zh: '在库（含就地保存）', en: 'stored (in place too)' },
  sampled: { zh: '抽样', en: 'sampled' },
  returned: { zh: '退还', en: 'returned' },
  sold: { zh: '变卖、拍卖', en: 'sold' },
  destroyed: { zh: '销毁', en: 'destroyed' },
  handed: { zh: '移交其他机关', en: 'handed to another agency' },
} as const
export type Bucket = keyof typeof buckets
export const bucketNames = Object.keys(buckets) as Bucket[]

/** 处理决定 on a lot within seven working days (行政处罚法第五十六条). */
export const lotDecisions = {
  return: { zh: '退还当事人', en: 'return to the party' },
  test: { zh: '送检鉴定', en: 'send for testing' },
  confiscate: { zh: '按没收程序处理', en: 'go the way of confiscation' },
  transfer: { zh: '移送有权机关', en: 'transfer to the agency in charge' },
} as const
export type LotDecision = keyof typeof lotDecisions

/** What the penalty decision says of the goods; `open` until it was served. */
export type GoodsFate = 'open' | 'none' | 'confiscate' | 'destroy' | 'buy'

/** How the goods came into custody. There is no 查封、扣押 here: no law gives the bureau that power. */
export const custodies = {
  registered: { zh: '先行登记保存', en: 'registered and kept', basis: cite('CF', 56) },
  sampling: { zh: '抽样取证', en: 'taken as a sample', basis: cite('CF', 56) },
  confiscated: { zh: '执行没收', en: 'confiscated by decision', basis: cite('CF', 74) },
} as const
export type Custody = keyof typeof custodies

interface MoveKind {
  readonly zh: string
  readonly en: string
  readonly from: Bucket | null
  readonly to: Bucket
  readonly basis: Citation
  /** What must have been decided on the lot before. */
  readonly needs?: LotDecision
  /** Natures that may go this way; absent: any. */
  readonly natures?: readonly Nature[]
  /** What the penalty decision has to say; absent: the move waits for none (行政处罚法第五十六条: before it they are evidence). */
  readonly fates?: readonly GoodsFate[]
  /** Natures that go this way whatever was decided, once it is. */
  readonly anyFate?: Nature
  /** A picture of what was moved. */
  readonly photo: boolean
}

/** Every move of goods. The guard, the form, the database and the tests read this one table. */
export const moveKinds = {
  hold: { zh: '登记入账', en: 'taken on the books', from: null, to: 'stored', basis: cite('CF', 56), photo: true },
  relocate: {
    zh: '移库',
    en: 'moved to another place',
    from: 'stored',
    to: 'stored',
    basis: cite('CF', 56),
    photo: false,
  },
  sample: { zh: '抽样送检', en: 'sample taken', from: 'stored', to: 'sampled', basis: cite('CF', 56), photo: true },
  sampleBack: {
    zh: '余样退回',
    en: 'rest of the sample back',
    from: 'sampled',
    to: 'stored',
    basis: cite('CF', 56),
    photo: false,
  },
  return: {
    zh: '退还当事人',
    en: 'returned to the party',
    from: 'stored',
    to: 'returned',
    basis: cite('CF', 56),
    needs: 'return',
    photo: false,
  },
  sell: {
    zh: '拍卖（持批发许可证者竞买）',
    en: 'auctioned to a wholesale holder',
    from: 'stored',
    to: 'sold',
    basis: cite('TL', 48),
    needs: 'confiscate',
    // 假冒、非法生产的禁止以任何方式销售 (条例第三十条、第五十八条); what is not tested is not known to be genuine.
    natures: ['genuine', 'smuggled'],
    // Confiscation only by the decision; what was bought at the fixed price is the bureau's own.
    fates: ['confiscate', 'buy'],
    photo: false,
  },
  destroy: {
    zh: '公开销毁',
    en: 'destroyed in public',
    from: 'stored',
    to: 'destroyed',
    basis: cite('TL', 30),
    needs: 'confiscate',
    fates: ['confiscate', 'destroy'],
    // 假冒商标 goes to public destruction by its own article (条例第三十条), also where the penalty leaves it out or there is none.
    anyFate: 'fake',
    photo: true,
  },
  handOver: {
    zh: '移交其他机关',
    en: 'handed to another agency',
    from: 'stored',
    to: 'handed',
    basis: cite('YS', 12),
    needs: 'transfer',
    photo: true,
  },
} as const satisfies Record<string, MoveKind>

export type Move = keyof typeof moveKinds
export const moveNames = Object.keys(moveKinds) as Move[]
export const moveOf = (kind: Move): MoveKind => moveKinds[kind]

import type {
  Amounts,
  FactorCode,
  GoodsKind,
  LotDecision,
  Move,
  Nature,
  NewPriceList,
  ViolationCode,
} from '#modules/cases'

export type LotStep =
  | { readonly after: number; readonly do: 'decide'; readonly decision: LotDecision }
  | { readonly after: number; readonly do: 'test'; readonly nature: Nature; readonly report: string }
  | { readonly after: number; readonly do: 'count'; readonly counted: number }
  | { readonly after: number; readonly do: Exclude<Move, 'hold'>; readonly amount: number; readonly target: string }

interface Lot {
  readonly kind: GoodsKind
  readonly brand: string
  readonly amount: number
  readonly seizedAt: string
  readonly place: string
  readonly steps: readonly LotStep[]
}

/** One case of the demonstration and what became of its goods, counted in days from its first. */
export interface GoodsCase {
  readonly about: string
  readonly violation: ViolationCode
  readonly daysAgo: number
  readonly areaCode: string
  readonly second: string
  readonly shopInTown?: string
  readonly party: { kind: 'person'; name: string; idNo: string; address: string; phone: string; represented: string }
  readonly lots: readonly Lot[]
  readonly amounts?: Amounts
  readonly fine?: {
    violation: ViolationCode
    serious: boolean
    factors: readonly FactorCode[]
    fine: number
    reason: string
  }
}

/** 价格表 with invented prices: the provincial bureau's own list is imported in its place. */
export const prices: NewPriceList = {
  version: '模拟2026-1',
  province: '44',
  issuer: '广东省烟草专卖局（模拟）',
  basis: '模拟数据，价格均为虚构',
  effective: '2026-01-01',
  sure: 'design',
  csv: [
    'source,kind,brand,yuan',
    'brandRetail,cigarette,双喜（软）,100.00',
    'brandRetail,cigarette,红双喜（硬）,75.00',
    'brandRetail,cigarette,中华（软）,700.00',
    'brandRetail,cigarette,玉溪（软）,230.00',
    'averageRetail,cigarette,,160.00',
    'averageRetail,cigar,,300.00',
    'wholesale,cigarette,双喜（软）,88.00',
    'wholesale,cigarette,中华（软）,620.00',
    'leafTransfer,leaf,,42.00',
    'leafPurchase,leaf,,33.00',
  ].join('\n'),
}

const nobody = { kind: 'person', name: '身份不明', idNo: '', address: '', phone: '', represented: '' } as const
const lorry = { kind: 'cigarette', seizedAt: '横陂镇沿海公路 3 号卡口', place: '一号库 A 架' } as const
const counter = { kind: 'cigarette', seizedAt: '店内柜台', place: '一号库 B 架' } as const
const cellar = { kind: 'cigarette', seizedAt: '圣堂镇旧厂房', place: '二号库' } as const

/** 查清的金额 of a shop that bought elsewhere. */
export const established: Amounts = {
  ...{ business: null, purchases: null, sales: null, wholesale: null, gains: 0, fakeSold: 0, tax: 0, soldSticks: 0 },
  ...{ party: 'person', licence: 'retail', fakeBrand: false, penalties: [], smugglingPenalties: [] },
  evidence: '进货单三份、询问笔录（模拟）',
}

export const goodsCases: readonly GoodsCase[] = [
  {
    about: '货车无准运证运输卷烟（模拟）',
    violation: 'P02',
    daysAgo: 2,
    areaCode: '440785100',
    second: 'inspector.hengpo',
    party: { ...nobody, name: '模拟司机' },
    lots: [
      { ...lorry, brand: '双喜（软）', amount: 150_000, steps: [] },
      { ...lorry, brand: '红双喜（硬）', amount: 80_000, steps: [] },
      {
        ...lorry,
        brand: '外文标识（模拟）',
        amount: 20_000,
        steps: [{ after: 1, do: 'sample', amount: 400, target: '广东省烟草质检站（模拟）' }],
      },
    ],
  },
  {
    about: '未在当地烟草专卖批发企业进货（模拟）',
    violation: 'P10',
    daysAgo: 16,
    areaCode: '440785103',
    second: 'inspector.shahu',
    shopInTown: '440785103',
    party: nobody,
    lots: [
      { ...counter, brand: '中华（软）', amount: 2_000, steps: [] },
      { ...counter, brand: '玉溪（软）', amount: 4_000, steps: [{ after: 4, do: 'decide', decision: 'return' }] },
      {
        ...{ ...counter, brand: '双喜（软）', amount: 6_000 },
        steps: [
          { after: 5, do: 'decide', decision: 'return' },
          { after: 6, do: 'return', amount: 6_000, target: '当事人本人' },
        ],
      },
    ],
    amounts: { ...established, purchases: 1_460_000, gains: 42_000 },
    fine: {
      ...{ violation: 'P10', serious: false, factors: ['remedied'], fine: 140_000 },
      reason: '当事人一年内经两次约谈仍从外地进货，拟高于从轻阶次。（模拟）',
    },
  },
  {
    about: '销售非法生产的烟草专卖品（模拟）',
    violation: 'P12',
    daysAgo: 40,
    areaCode: '440785101',
    second: 'inspector.shengtang',
    party: { ...nobody, name: '模拟当事人' },
    lots: [
      {
        ...{ ...cellar, brand: '中华（软）', amount: 12_000 },
        steps: [
          { after: 1, do: 'sample', amount: 400, target: '广东省烟草质检站（模拟）' },
          { after: 6, do: 'decide', decision: 'test' },
          { after: 14, do: 'test', nature: 'fake', report: '粤烟质检〔2026〕模拟 18 号' },
          { after: 30, do: 'decide', decision: 'confiscate' },
        ],
      },
      {
        ...{ ...cellar, brand: '', amount: 5_000 },
        steps: [
          { after: 6, do: 'decide', decision: 'confiscate' },
          { after: 35, do: 'count', counted: 4_800 },
        ],
      },
    ],
  },
]

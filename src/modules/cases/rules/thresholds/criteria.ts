import { type Citation, cite } from '#kernel/citation'

/** 涉嫌的罪名. */
export const crimes = {
  illegalBusiness: { zh: '非法经营罪', en: 'illegal business', basis: cite('XF', 225) },
  inferiorGoods: { zh: '生产、销售伪劣产品罪', en: 'inferior products', basis: cite('XF', 140) },
  trademark: { zh: '侵犯注册商标类犯罪', en: 'trademark crimes', basis: cite('XF', 214) },
  smuggling: { zh: '走私普通货物、物品罪', en: 'smuggling of ordinary goods', basis: cite('XF', 153) },
} as const
type Crime = keyof typeof crimes

/** What is measured: 支, or money in fen. */
export const measured = {
  business: { zh: '非法经营数额', en: 'amount of business', unit: 'fen' },
  gains: { zh: '违法所得', en: 'gains', unit: 'fen' },
  sticks: { zh: '卷烟数量', en: 'quantity', unit: 'stick' },
  fakeSold: { zh: '伪劣烟草销售金额', en: 'sales of inferior goods', unit: 'fen' },
  fakeUnsold: { zh: '未销售伪劣烟草货值', en: 'value of unsold inferior goods', unit: 'fen' },
  fakeTogether: { zh: '伪劣烟草已销售与未销售合计', en: 'sold and unsold together', unit: 'fen' },
  tax: { zh: '偷逃应缴税额', en: 'evaded tax', unit: 'fen' },
} as const satisfies Record<string, { zh: string; en: string; unit: 'fen' | 'stick' }>
export type Measured = keyof typeof measured

interface Criterion {
  readonly crime: Crime
  readonly of: Measured
  /** 达到即止 (以上 includes the number, 刑法第九十九条): fen or 支. */
  readonly limit: number
  readonly basis: Citation
  readonly degree: 'crime' | 'graver'
  /** Who and what it speaks of; absent: everybody. */
  readonly only?: 'person' | 'unit' | 'punishedTwice' | 'smuggledTwice'
}

const yuan = (amount: number): number => amount * 100

/** 刑事追诉标准, one row a criterion (解释 2010, 走私解释 2014). */
export const criteria = {
  businessAmount: {
    crime: 'illegalBusiness',
    of: 'business',
    limit: yuan(50_000),
    basis: cite('JS', 3, { paragraph: 1, item: 1 }),
    degree: 'crime',
  },
  businessGains: {
    crime: 'illegalBusiness',
    of: 'gains',
    limit: yuan(20_000),
    basis: cite('JS', 3, { paragraph: 1, item: 1 }),
    degree: 'crime',
  },
  businessSticks: {
    crime: 'illegalBusiness',
    of: 'sticks',
    limit: 200_000,
    basis: cite('JS', 3, { paragraph: 1, item: 2 }),
    degree: 'crime',
  },
  businessRepeat: {
    crime: 'illegalBusiness',
    of: 'business',
    limit: yuan(30_000),
    basis: cite('JS', 3, { paragraph: 1, item: 3 }),
    degree: 'crime',
    only: 'punishedTwice',
  },
  graveAmount: {
    crime: 'illegalBusiness',
    of: 'business',
    limit: yuan(250_000),
    basis: cite('JS', 3, { paragraph: 2, item: 1 }),
    degree: 'graver',
  },
  graveGains: {
    crime: 'illegalBusiness',
    of: 'gains',
    limit: yuan(100_000),
    basis: cite('JS', 3, { paragraph: 2, item: 1 }),
    degree: 'graver',
  },
  graveSticks: {
    crime: 'illegalBusiness',
    of: 'sticks',
    limit: 1_000_000,
    basis: cite('JS', 3, { paragraph: 2, item: 2 }),
    degree: 'graver',
  },
  fakeSales: {
    crime: 'inferiorGoods',
    of: 'fakeSold',
    limit: yuan(50_000),
    basis: cite('JS', 1, { paragraph: 1 }),
    degree: 'crime',
  },
  fakeStock: {
    crime: 'inferiorGoods',
    of: 'fakeUnsold',
    limit: yuan(150_000),
    basis: cite('JS', 2, { paragraph: 1 }),
    degree: 'crime',
  },
  fakeMixed: {
    crime: 'inferiorGoods',
    of: 'fakeTogether',
    limit: yuan(150_000),
    basis: cite('JS', 2, { paragraph: 1 }),
    degree: 'crime',
  },
  taxPerson: {
    crime: 'smuggling',
    of: 'tax',
    limit: yuan(100_000),
    basis: cite('ZS', 16, { paragraph: 1 }),
    degree: 'crime',
    only: 'person',
  },
  taxUnit: {
    crime: 'smuggling',
    of: 'tax',
    limit: yuan(200_000),
    basis: cite('ZS', 24, { paragraph: 2 }),
    degree: 'crime',
    only: 'unit',
  },
  // 一年内两次受罚后又走私: any evaded tax, so the measure is reached with the first fen.
  smuggledAgain: {
    crime: 'smuggling',
    of: 'tax',
    limit: 1,
    basis: cite('ZS', 17),
    degree: 'crime',
    only: 'smuggledTwice',
  },
} as const satisfies Record<string, Criterion>

export type CriterionCode = keyof typeof criteria
export const criterionCodes = Object.keys(criteria) as CriterionCode[]
export const criterionOf = (code: CriterionCode): Criterion => criteria[code]

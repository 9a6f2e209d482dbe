import { type Citation, cite } from '#kernel/citation'
import type { Fen } from '#kernel/money'
import type { GoodsKind } from './goods.ts'

/** Where a price comes from (解释第四条), in the order of the law for goods of trade, and the wholesale price of 条例第五十二条. */
export const priceSources = {
  actual: { zh: '查清的实际销售、购买价格', en: 'proven price of sale or purchase', basis: cite('JS', 4) },
  brandRetail: { zh: '省级局出具的该品牌零售价格', en: 'brand retail price', basis: cite('JS', 4, { item: 1 }) },
  averageRetail: {
    zh: '省级局出具的上年度平均零售价格',
    en: 'average retail price',
    basis: cite('JS', 4, { item: 1 }),
  },
  leafTransfer: {
    zh: '省级局出具的上年度烤烟调拨平均基准价格',
    en: 'average transfer price of leaf',
    basis: cite('JS', 4, { item: 2 }),
  },
  shred: { zh: '烟叶价格的一点五倍', en: '1.5 times the price of leaf', basis: cite('JS', 4, { item: 3 }) },
  brandMaterial: {
    zh: '省级局出具的该品牌辅料价格',
    en: 'brand price of materials',
    basis: cite('JS', 4, { item: 4 }),
  },
  averageMaterial: {
    zh: '省级局出具的上年度同类辅料平均价格',
    en: 'average price of such materials',
    basis: cite('JS', 4, { item: 4 }),
  },
  machineList: {
    zh: '全国烟草专用机械产品指导价格目录',
    en: 'State price list of machinery',
    basis: cite('JS', 4, { item: 5 }),
  },
  wholesale: { zh: '市场批发价格（收购用）', en: 'wholesale price (for purchase)', basis: cite('TL', 52, { item: 1 }) },
  leafPurchase: {
    zh: '省级局出具的上年度烟叶平均收购价格（收购用）',
    en: 'average purchase price of leaf (for purchase)',
    basis: cite('TL', 52, { item: 1 }),
  },
} as const satisfies Record<string, { zh: string; en: string; basis: Citation }>
export type PriceSource = keyof typeof priceSources

/** What a list may hold: a price that somebody issued. `actual` is proven in the case, `shred` reckoned. */
export const listedSources = [
  'brandRetail',
  'averageRetail',
  'leafTransfer',
  'brandMaterial',
  'averageMaterial',
  'machineList',
  'wholesale',
  'leafPurchase',
] as const satisfies readonly PriceSource[]
export type ListedSource = (typeof listedSources)[number]

/** One line of a 价格表: fen for one 条, kilogram or piece. Brand '' for averages. */
export interface PriceLine {
  readonly source: ListedSource
  readonly kind: GoodsKind
  readonly brand: string
  readonly price: Fen
}

/** A 价格表 as it was issued: for which province, from which day, by which paper. */
export interface PriceList {
  readonly version: string
  /** 查获地: the first two digits of the area code, 44 for Guangdong. */
  readonly province: string
  readonly issuer: string
  readonly basis: string
  readonly effective: string
  readonly sure: 'law' | 'excerpt' | 'recalled' | 'design'
  readonly lines: readonly PriceLine[]
}

/** The list of the place of seizure that held on the day of seizure: the newest not after it. */
export function listFor(
  lists: readonly PriceList[],
  seized: { readonly areaCode: string; readonly day: string },
): PriceList | undefined {
  return lists
    .filter(list => list.province === seized.areaCode.slice(0, 2) && list.effective <= seized.day)
    .toSorted((a, b) => (a.effective < b.effective ? 1 : -1))[0]
}

/** 烟草专卖品 (解释第九条) by kind, each with the whole unit it is counted in: cigarettes in 支, leaf in grams. */
export const goodsKinds = {
  cigarette: { zh: '卷烟', en: 'cigarettes', unit: 'stick' },
  cigar: { zh: '雪茄烟', en: 'cigars', unit: 'stick' },
  shred: { zh: '烟丝', en: 'shredded tobacco', unit: 'gram' },
  redried: { zh: '复烤烟叶', en: 'redried leaf', unit: 'gram' },
  leaf: { zh: '烟叶', en: 'leaf', unit: 'gram' },
  paper: { zh: '卷烟纸', en: 'cigarette paper', unit: 'gram' },
  filter: { zh: '滤嘴棒', en: 'filter rods', unit: 'gram' },
  tow: { zh: '烟用丝束', en: 'tow', unit: 'gram' },
  machine: { zh: '烟草专用机械', en: 'machinery', unit: 'piece' },
  electronic: { zh: '电子烟', en: 'electronic cigarettes', unit: 'piece' },
} as const satisfies Record<string, { zh: string; en: string; unit: 'stick' | 'gram' | 'piece' }>
export type GoodsKind = keyof typeof goodsKinds

export const goodsUnits = {
  stick: { zh: '支', en: 'sticks', perPrice: 200, priced: '条（200支）', pricedEn: 'carton (200)' },
  gram: { zh: '克', en: 'g', perPrice: 1000, priced: '公斤', pricedEn: 'kg' },
  piece: { zh: '件（台、个）', en: 'pieces', perPrice: 1, priced: '件（台、个）', pricedEn: 'piece' },
} as const
export type GoodsUnit = keyof typeof goodsUnits

export const unitOf = (kind: GoodsKind): GoodsUnit => goodsKinds[kind].unit

/** 真伪、来源 as the test or the officer says; 非法生产 and 走私 go other ways than genuine goods. */
export const natures = {
  unknown: { zh: '待鉴定', en: 'not tested yet' },
  genuine: { zh: '真品', en: 'genuine' },
  fake: { zh: '假冒伪劣', en: 'fake or inferior' },
  illegal: { zh: '非法生产', en: 'illegally produced' },
  smuggled: { zh: '走私', en: 'smuggled' },
} as const
export type Nature = keyof typeof natures

/** Counted in 支 for the limits of the law: only what is smoked by the stick. */
export const countsAsSticks = (kind: GoodsKind): boolean => unitOf(kind) === 'stick'

import { type Fen, fen, mulRatio } from '#kernel/money'
import { ok, type Result, refuse } from '#kernel/refusal'
import { type GoodsKind, goodsUnits, unitOf } from './goods.ts'
import type { ListedSource, PriceList, PriceSource } from './price-list.ts'

/** One line of goods to be priced; `actual`: the price of sale or purchase as proven, per 条, kilogram or piece. */
export interface GoodsLine {
  readonly kind: GoodsKind
  readonly brand: string
  readonly amount: number
  readonly actual?: Fen
}

export interface PricedLine {
  readonly value: Fen
  readonly price: Fen
  readonly source: PriceSource
  /** 价格表版本; '' for a proven price. */
  readonly list: string
  /** 有品牌而价格表没有该品牌: reckoned by the average, which the interpretation says for goods without a brand only. A lawyer looks. */
  readonly brandUnlisted: boolean
}

type NoPrice = 'priceListMissing' | 'priceMissing'

/**
 * 货值 by the order of 解释第四条: the proven price; else the brand's price of the provincial bureau of the place of seizure;
 * without a brand, or where the bureau has issued none for it, last year's average. Leaf, shred, materials and machinery by their own items.
 */
export function priceGoods(line: GoodsLine, list: PriceList | undefined): Result<PricedLine, NoPrice> {
  if (line.actual !== undefined) return ok(priced(line, line.actual, 'actual', ''))
  if (list === undefined) return refuse('priceListMissing')
  for (const source of orderOf(line.kind)) {
    const found = find(list, line, source)
    if (found === undefined) continue
    // 烟丝: 1.5 times the price of leaf (第三项).
    return line.kind === 'shred'
      ? ok(priced(line, mulRatio(found, 3, 2), 'shred', list.version))
      : ok(priced(line, found, source, list.version))
  }
  return refuse('priceMissing', { brand: line.brand })
}

function orderOf(kind: GoodsKind): readonly ListedSource[] {
  switch (kind) {
    case 'cigarette':
    case 'cigar':
    case 'electronic':
      return ['brandRetail', 'averageRetail']
    case 'shred':
    case 'redried':
    case 'leaf':
      return ['leafTransfer']
    case 'paper':
    case 'filter':
    case 'tow':
      return ['brandMaterial', 'averageMaterial']
    case 'machine':
      return ['machineList']
  }
}

const branded: readonly ListedSource[] = ['brandRetail', 'brandMaterial', 'machineList', 'wholesale']

function find(list: PriceList, line: GoodsLine, source: ListedSource): Fen | undefined {
  const brand = branded.includes(source) ? line.brand : ''
  if (branded.includes(source) && brand === '') return undefined
  const kind = source === 'leafTransfer' ? undefined : line.kind
  return list.lines.find(
    one => one.source === source && one.brand === brand && (kind === undefined || one.kind === kind),
  )?.price
}

/** Rounded once, from the whole amount: never price by 支 first. */
const priced = (line: GoodsLine, price: Fen, source: PriceSource, list: string): PricedLine => ({
  brandUnlisted: line.brand !== '' && (source === 'averageRetail' || source === 'averageMaterial'),
  value: mulRatio(price, line.amount, goodsUnits[unitOf(line.kind)].perPrice),
  price,
  source,
  list,
})

/** 收购价: 70 % of the wholesale price, of leaf 70 % of last year's average purchase price (条例第五十二条第一项). */
export function purchasePrice(line: GoodsLine, list: PriceList | undefined): Result<PricedLine, NoPrice> {
  if (list === undefined) return refuse('priceListMissing')
  const source: ListedSource = line.kind === 'leaf' || line.kind === 'redried' ? 'leafPurchase' : 'wholesale'
  const found = list.lines.find(
    one => one.source === source && (source === 'leafPurchase' || (one.brand === line.brand && one.kind === line.kind)),
  )
  if (found === undefined) return refuse('priceMissing', { brand: line.brand })
  const full = priced(line, found.price, source, list.version)
  return ok({ ...full, value: mulRatio(full.value, 70, 100) })
}

/** Live totals of a case: 支 for the limits of the law, value of what could be priced, how many lines could not. */
export interface Totals {
  readonly sticks: number
  readonly grams: number
  readonly pieces: number
  readonly value: Fen
  readonly unpriced: number
}

export function totalsOf(
  lines: readonly { readonly line: GoodsLine; readonly priced: Result<PricedLine, NoPrice> }[],
): Totals {
  const amount = (unit: 'stick' | 'gram' | 'piece') =>
    lines.reduce((sum, { line }) => sum + (unitOf(line.kind) === unit ? line.amount : 0), 0)
  return {
    sticks: amount('stick'),
    grams: amount('gram'),
    pieces: amount('piece'),
    value: fen(lines.reduce((sum, one) => sum + (one.priced.ok ? one.priced.value.value : 0), 0)),
    unpriced: lines.filter(one => !one.priced.ok).length,
  }
}

import { describe, expect, it } from 'vitest'
import { fen } from '#kernel/money'
import type { GoodsKind } from './goods.ts'
import { listFor, type PriceLine, type PriceList } from './price-list.ts'
import { type GoodsLine, priceGoods, purchasePrice, totalsOf } from './value.ts'

const price = (source: PriceLine['source'], kind: GoodsKind, brand: string, yuan: number): PriceLine => ({
  ...{ source, kind, brand },
  price: fen(yuan * 100),
})
const list = (change: Partial<PriceList> = {}): PriceList => ({
  version: '粤2026-1',
  province: '44',
  issuer: '省局',
  basis: '模拟',
  effective: '2026-01-01',
  sure: 'design',
  lines: [
    price('brandRetail', 'cigarette', '双喜（软）', 100),
    price('averageRetail', 'cigarette', '', 150),
    price('wholesale', 'cigarette', '双喜（软）', 90),
    price('leafTransfer', 'leaf', '', 40),
    price('leafPurchase', 'leaf', '', 30),
    price('averageMaterial', 'tow', '', 20),
    price('machineList', 'machine', '卷接机', 500_000),
  ],
  ...change,
})
const line = (change: Partial<GoodsLine> = {}): GoodsLine => ({
  kind: 'cigarette',
  brand: '双喜（软）',
  amount: 2_000,
  ...change,
})
const said = (one: GoodsLine) => {
  const priced = priceGoods(one, list())
  if (!priced.ok) return priced.refusal
  const { value, source, brandUnlisted } = priced.value
  return `${value / 100} ${source}${brandUnlisted ? ' 待审' : ''}`
}

describe('the value of goods', () => {
  it.each<[string, Partial<GoodsLine>, string]>([
    ['proven price first', { actual: fen(8_000) }, '800 actual'],
    ['else the brand on the list of the place', {}, '1000 brandRetail'],
    ['without a brand the average of last year', { brand: '' }, '1500 averageRetail'],
    [
      'a brand nobody issued a price for: the average, for a lawyer to look at',
      { brand: '外烟' },
      '1500 averageRetail 待审',
    ],
    ['leaf by the transfer price of a kilogram', { kind: 'leaf', brand: '', amount: 1_500 }, '60 leafTransfer'],
    ['shred at one and a half times that', { kind: 'shred', brand: '', amount: 1_500 }, '90 shred'],
    ['redried leaf as leaf', { kind: 'redried', brand: '', amount: 1_000 }, '40 leafTransfer'],
    ['materials by their own average', { kind: 'tow', brand: '', amount: 1_000 }, '20 averageMaterial'],
    ['machinery by the State list', { kind: 'machine', brand: '卷接机', amount: 1 }, '500000 machineList'],
    ['nothing without any price', { kind: 'machine', brand: '未列名', amount: 1 }, 'priceMissing'],
  ])('%s', (_, change, expected) => expect(said(line(change))).toBe(expected))

  it('is rounded once, from the whole amount', () => {
    const odd = priceGoods(line({ amount: 3, actual: fen(101) }), undefined)
    expect(odd).toMatchObject({ value: { value: 2 } })
  })

  it('is bought by the State at seventy percent of wholesale, of leaf of the purchase price', () => {
    expect(purchasePrice(line(), list())).toMatchObject({ value: { value: 63_000, source: 'wholesale' } })
    expect(purchasePrice(line({ kind: 'leaf', brand: '', amount: 1_000 }), list())).toMatchObject({
      value: { value: 2_100 },
    })
    expect(purchasePrice(line({ brand: '外烟' }), list())).toMatchObject({ refusal: 'priceMissing' })
    expect(purchasePrice(line(), undefined)).toMatchObject({ refusal: 'priceListMissing' })
  })

  it('takes the newest list of the province that held on the day', () => {
    const lists = [
      list(),
      list({ version: '粤2026-2', effective: '2026-07-01' }),
      list({ province: '45', effective: '2026-08-01' }),
    ]
    const on = (day: string, areaCode = '440785103') => listFor(lists, { areaCode, day })?.version
    expect([on('2025-12-31'), on('2026-06-30'), on('2026-07-01'), on('2026-11-26', '110101')]).toEqual([
      undefined,
      '粤2026-1',
      '粤2026-2',
      undefined,
    ])
  })

  it('adds up live, and says what could not be priced', () => {
    const lines = [
      line(),
      line({ brand: '外烟' }),
      line({ kind: 'leaf', brand: '', amount: 500 }),
      line({ kind: 'machine', brand: '未列名', amount: 1 }),
    ]
    expect(totalsOf(lines.map(one => ({ line: one, priced: priceGoods(one, list()) })))).toEqual({
      ...{ sticks: 4_000, grams: 500, pieces: 1, unpriced: 1 },
      value: 100_000 + 150_000 + 2_000,
    })
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { modelPolicy } from '../../model/policy.ts'
import { asOf, daysAgo, openSmallLake, type SmallLake, shopNo } from '../../testing/small-lake.ts'
import { indicators } from './all.ts'

let lake: SmallLake
beforeAll(async () => {
  lake = await openSmallLake()
})
beforeEach(() => lake.clear())
afterAll(() => lake.close())

const shop = (n: number, more: Record<string, string | number | null> = {}) =>
  lake.add('retailers', {
    ...{
      licence_no: shopNo(n),
      area_code: '440785001001',
      status: 'valid',
      licensed_on: '2020-01-01',
      valid_to: '2028-01-01',
    },
    ...more,
  })
const order = (n: number, days: number, cartons: number, more: Record<string, string> = {}) =>
  lake.add('order_lines', {
    ...{ order_id: `${n}-${days}`, ordered_at: daysAgo(days), licence_no: shopNo(n), sku_code: 'S1', cartons },
    ...more,
  })
const orders = async (n: number, all: Readonly<Record<number, number>>, more = {}) => {
  for (const [days, cartons] of Object.entries(all)) await order(n, Number(days), cartons, more)
}
const sku = (code: string, more: Record<string, string | number> = {}) =>
  lake.add('skus', { ...{ sku_code: code, name: `烟${code}`, brand: code, price_class: 2, supply: 'normal' }, ...more })
const scan = (n: number, days: number, packs: number, hour = 12) =>
  lake.add('scans', { scanned_at: daysAgo(days, hour), licence_no: shopNo(n), sku_code: 'S1', packs })
const who = async (code: string) => (await lake.hits(code)).map(hit => hit.licenceNo)

describe('order against the last three cycles', () => {
  it.each([
    ['above 200 %', { 1: 41, 8: 20, 15: 20, 22: 20 }, 1],
    ['exactly 200 %', { 1: 40, 8: 20, 15: 20, 22: 20 }, 0],
    ['20 cartons are too few to look at', { 1: 20, 8: 5, 15: 5, 22: 5 }, 0],
    ['21 are not', { 1: 21, 8: 5, 15: 5, 22: 5 }, 1],
    ['only two cycles before', { 1: 80, 8: 20, 15: 20 }, 0],
    ['fortnightly orders count as cycles too', { 1: 41, 15: 20, 29: 20, 43: 20 }, 1],
    ['an old spike is no news', { 8: 80, 15: 20, 22: 20, 29: 20 }, 0],
  ])('N01 %s', async (_, all, hits) => {
    await shop(1)
    await orders(1, all)
    expect(await who('N01')).toHaveLength(hits)
  })

  it.each([
    [90, 1],
    [89, 0],
  ])('N01 a shop of %i days: %i', async (days, hits) => {
    await shop(1, { licensed_on: asOf.subtract({ days }).toString() })
    await orders(1, { 1: 80, 8: 20, 15: 20, 22: 20 })
    expect(await who('N01')).toHaveLength(hits)
  })

  it('N01 does not blame a shop for a holiday on which the whole county orders more', async () => {
    for (let n = 1; n <= 30; n += 1) {
      await shop(n)
      await orders(n, { 1: n === 30 ? 150 : 60, 8: 20, 15: 20, 22: 20 })
    }
    expect(await who('N01')).toEqual([shopNo(30)])
  })

  it.each([
    ['at 220 %', { 1: 22, 8: 10, 15: 10, 22: 10 }, 1],
    ['below', { 1: 21, 8: 10, 15: 10, 22: 10 }, 0],
    ['few cartons', { 1: 9, 8: 1, 15: 1, 22: 1 }, 0],
  ])('M01 one brand %s', async (_, all, hits) => {
    await shop(1)
    await sku('S1')
    await orders(1, all)
    const found = await lake.hits('M01')
    expect(found).toHaveLength(hits)
    if (hits > 0) expect(found[0]?.say).toBe('“烟S1”最近一次订 22 条，前三次平均 10.0 条，是 2.2 倍。')
  })
})

describe('volume and structure', () => {
  it('M02 far above ten shops of its kind, and not with nine', async () => {
    for (let n = 1; n <= 9; n += 1) await order(n, 3, 50 + n)
    await order(10, 3, 400)
    expect(await who('M02')).toEqual([shopNo(10)])
    await lake.engine.run(`delete from order_lines where licence_no = '${shopNo(1)}'`)
    expect(await who('M02')).toEqual([])
  })

  it('M03 scarce brands above 40 % and twice the county', async () => {
    await sku('S1')
    await sku('S9', { supply: 'scarce' })
    for (let n = 1; n <= 5; n += 1) await order(n, 3, 100)
    await orders(6, { 3: 60 })
    await orders(6, { 4: 40 }, { sku_code: 'S9' })
    expect(await who('M03')).toEqual([shopNo(6)])
    await orders(6, { 5: 1 })
    expect(await who('M03')).toEqual([])
  })

  it('N02 at twice the month before, with the growth of the county taken off', async () => {
    await shop(1)
    await orders(1, { 5: 80, 35: 40 })
    await shop(2)
    await orders(2, { 5: 79, 35: 40 })
    expect(await who('N02')).toEqual([shopNo(1)])
  })

  it('N03 one brand at 60 %', async () => {
    await orders(1, { 5: 60 })
    await orders(1, { 6: 40 }, { sku_code: 'S2' })
    await orders(2, { 5: 59 })
    await orders(2, { 6: 41 }, { sku_code: 'S2' })
    expect(await who('N03')).toEqual([shopNo(1)])
  })

  it('N04 price classes moved by 35 %', async () => {
    await sku('S1', { price_class: 1 })
    await sku('S2', { price_class: 4 })
    for (const [n, first] of [
      [1, 36],
      [2, 34],
    ] as const) {
      await orders(n, { 100: 1 }, { sku_code: 'S1' })
      await orders(n, { 101: 199 }, { sku_code: 'S2' })
      await orders(n, { 5: first }, { sku_code: 'S1' })
      await orders(n, { 6: 100 - first }, { sku_code: 'S2' })
    }
    expect(await who('N04')).toEqual([shopNo(1)])
  })

  it('N06 three times the median of five neighbours within a kilometre', async () => {
    for (let n = 1; n <= 6; n += 1) {
      await shop(n, { lng: 112.3 + n * 0.001, lat: 22.18 })
      await order(n, 3, n === 6 ? 90 : 30)
    }
    await shop(7, { lng: 112.5, lat: 22.18 })
    await order(7, 3, 500)
    expect(await who('N06')).toEqual([shopNo(6)])
    await lake.engine.run(`update order_lines set cartons = 89 where licence_no = '${shopNo(6)}'`)
    expect(await who('N06')).toEqual([])
  })
})

describe('shops that hang together', () => {
  it.each([
    ['M04', 'device_hash'],
    ['M05', 'delivery_point'],
  ])('%s five shops, not four', async (code, column) => {
    for (let n = 1; n <= 4; n += 1) await order(n, 3, 10, { [column]: 'same' })
    expect(await who(code)).toEqual([])
    await order(5, 29, 10, { [column]: 'same' })
    expect(await who(code)).toHaveLength(5)
    await lake.engine.run(`update order_lines set ordered_at = '${daysAgo(30)}' where licence_no = '${shopNo(5)}'`)
    expect(await who(code)).toEqual([])
  })

  it('N05 three shops on one account, of which none is cancelled', async () => {
    for (let n = 1; n <= 2; n += 1) await shop(n, { bank_account_hash: 'b' })
    await shop(3, { bank_account_hash: 'b', status: 'cancelled' })
    expect(await who('N05')).toEqual([])
    await shop(4, { bank_account_hash: 'b' })
    expect(await who('N05')).toHaveLength(3)
  })
})

describe('licences', () => {
  it.each([
    ['idle for 90 days', 90, {}, 1],
    ['ordered 89 days ago', 89, {}, 0],
    ['suspended shops may be idle', 90, { status: 'suspended' }, 0],
  ])('M06 %s', async (_, days, more, hits) => {
    await shop(1, more)
    await orders(1, { [days]: 10 })
    await orders(2, { 200: 10, 1: 10 })
    expect(await who('M06')).toHaveLength(hits)
  })

  it.each([
    ['suspended', 6, 1],
    ['suspended', 7, 0],
    ['rectifying', 0, 1],
    ['valid', 0, 0],
  ])('M07 %s, ordered %i days ago: %i', async (status, days, hits) => {
    await shop(1, { status })
    await order(1, days, 10)
    expect(await who('M07')).toHaveLength(hits)
  })

  it.each([
    ['on the last day', 3, 0],
    ['a day later', 2, 1],
  ])('M12 an order %s', async (_, days, hits) => {
    await shop(1, { valid_to: asOf.subtract({ days: 3 }).toString() })
    await order(1, days, 10)
    expect(await who('M12')).toHaveLength(hits)
  })
})

describe('what the till and the street say', () => {
  const find = (code32: string, more: Record<string, string | number> = {}) =>
    lake.add('carton_finds', { found_at: daysAgo(10), code32, ...more })
  const codeOf = (n: number) => `6100112345678901YCYC${shopNo(n)}`

  it('M08 a code found in another town, decoded by the kernel; at the shop itself it is no leak', async () => {
    for (const n of [1, 2, 3]) await shop(n, { lng: 112.3, lat: 22.18 })
    await find(codeOf(1), { lng: 112.4, lat: 22.18 })
    await find(codeOf(2), { lng: 112.301, lat: 22.18 })
    await find(codeOf(3), { area_code: '440785001' })
    await find('illegible')
    const hits = await lake.hits('M08')
    expect(hits.map(hit => hit.licenceNo)).toEqual([shopNo(1)])
    expect(hits[0]?.say).toContain('2026-10-01')
    await find(codeOf(3), { area_code: '440785002' })
    expect(await who('M08')).toEqual([shopNo(1), shopNo(3)])
  })

  it('N09 codes of other shops found here, of another county more than a neighbour’s; the shop’s own say nothing', async () => {
    for (const n of [1, 2, 3]) await shop(n, { lng: 112.3 + n / 100, lat: 22.18 })
    await find(codeOf(1), { lng: 112.31, lat: 22.18 })
    await find(codeOf(1), { lng: 112.32, lat: 22.1801 })
    await find('6100112345678902JMYC440703100099', { lng: 112.33, lat: 22.18 })
    await find('6100112345678903JMYC440703100099', { lng: 112.36, lat: 22.18 })
    const hits = await lake.hits('N09')
    expect(hits.map(({ licenceNo, strength }) => [licenceNo, strength.toFixed(1)])).toEqual([
      [shopNo(2), '0.4'],
      [shopNo(3), '0.7'],
    ])
    expect(hits[1]?.say).toBe('近一年在店里见到 1 条喷着别家码的烟，其中 1 条的码是外县的，最近一次在 10 天前。')
  })

  it.each([
    ['a tenth more', 660, 185, 1],
    ['hardly more', 659, 185, 0],
    ['much more, but orders are known for four months only', 900, 120, 0],
  ])('N10 sold over bought in half a year: %s', async (_, packs, since, hits) => {
    await order(2, since, 1)
    await order(1, 100, 60)
    await scan(1, 20, packs)
    expect(await who('N10')).toHaveLength(hits)
  })

  it.each([
    [30, 300, 90, 1],
    [30, 300, 91, 0],
    [30, 300, 450, 1],
    [29, 290, 20, 0],
    [30, 300, 0, 0],
  ])('M09 ordered %i cartons (%i packs), scanned %i: %i', async (cartons, _, packs, hits) => {
    await order(1, 20, cartons)
    if (packs > 0) await scan(1, 10, packs)
    expect(await who('M09')).toHaveLength(hits)
  })

  it('M09 a till that scans a few of the products only is no mismatch', async () => {
    await order(1, 20, 30)
    await order(1, 21, 300, { sku_code: 'S2' })
    await scan(1, 10, 200)
    expect(await who('M09')).toEqual([])
  })

  it.each([
    [23, 50, 1],
    [4, 50, 1],
    [5, 50, 0],
    [22, 500, 0],
    [23, 49, 0],
  ])('M10 at %i o’clock %i packs: %i', async (hour, packs, hits) => {
    await scan(1, 5, packs, hour)
    expect(await who('M10')).toHaveLength(hits)
  })

  it('M11 within a hundred metres of a gate', async () => {
    await lake.add('schools', {
      school_id: 'A',
      name: '一小',
      kind: 'primary',
      gate_name: '正门',
      gate_lng: 112.3,
      gate_lat: 22.18,
    })
    await shop(1, { lng: 112.3, lat: 22.1808 })
    await shop(2, { lng: 112.3, lat: 22.181 })
    for (const n of [1, 2]) await order(n, 3, 10)
    expect(await who('M11')).toEqual([shopNo(1)])
  })

  it.each([
    [10, 90, 1],
    [10, 89, 0],
    [9, 90, 0],
  ])('M13 %i cartons, %i packs within three days: %i', async (cartons, packs, hits) => {
    await order(1, 10, cartons)
    await scan(1, 8, packs)
    await scan(1, 5, 100)
    expect(await who('M13')).toHaveLength(hits)
  })
})

describe('less than it used to be, more than its kind', () => {
  /** Thirty shops of two years, a hundred cartons a month each; the first changed ninety days ago. */
  const county = async (now: number) => {
    await sku('S1', { price_class: 1 })
    for (let n = 1; n <= 30; n += 1) {
      await shop(n, { grade: 10, market_type: 'urban' })
      for (let days = 5; days < 700; days += 30) await order(n, days, n === 1 && days < 90 ? now : 80 + n)
    }
  }

  it.each([
    [50, ['N11']],
    [65, []],
    [30, ['N11', 'N12']],
    [400, ['N13']],
  ])('a shop that orders %i cartons instead of 81 shows %j', async (now, codes) => {
    await county(now)
    const found = []
    for (const code of ['N11', 'N12', 'N13']) if ((await who(code)).includes(shopNo(1))) found.push(code)
    expect(found).toEqual(codes)
  })
})

describe('what was found and heard before', () => {
  const visit = (n: number, days: number, result: string) =>
    lake.add('inspections', {
      ...{ inspection_id: `J${n}-${days}`, inspected_at: daysAgo(days), licence_no: shopNo(n) },
      ...{ kind: 'periodic', result },
    })
  const clue = (id: string, days: number, shops: string) =>
    lake.add('clues', { clue_id: id, received_at: daysAgo(days), source: 'hotline', licence_no: shops })

  it('N07 a sign that was missing weighs a quarter of goods of other origin', async () => {
    await lake.add('inspections', {
      ...{ inspection_id: 'J1', inspected_at: daysAgo(10), licence_no: shopNo(1), kind: 'periodic' },
      ...{ result: 'filed', violation_codes: 'P18' },
    })
    await lake.add('inspections', {
      ...{ inspection_id: 'J2', inspected_at: daysAgo(10), licence_no: shopNo(2), kind: 'periodic' },
      ...{ result: 'filed', violation_codes: 'P18;P10' },
    })
    const [sign, goods] = await lake.hits('N07')
    expect((goods?.strength ?? 0) / (sign?.strength ?? 1)).toBeCloseTo(4, 5)
  })

  it('N07 an old finding weighs less, a clean visit nothing, a visit of tomorrow is not known', async () => {
    await visit(1, 10, 'filed')
    await visit(1, 40, 'clean')
    await visit(2, 375, 'filed')
    await visit(3, 20, 'clean')
    await visit(4, -1, 'filed')
    await visit(5, 731, 'filed')
    const hits = await lake.hits('N07')
    expect(hits.map(({ licenceNo }) => licenceNo)).toEqual([shopNo(1), shopNo(2)])
    expect((hits[1]?.strength ?? 0) / (hits[0]?.strength ?? 1)).toBeCloseTo(0.5, 5)
    expect(hits[0]?.say).toBe('近两年检查 2 次，责令改正 0 次，立案 1 次，最近一次发现问题在 10 天前。')
  })

  it('N08 a clue may name several shops; one of long ago is forgotten', async () => {
    await clue('X1', 3, `${shopNo(1)};${shopNo(2)}`)
    await clue('X2', 9, shopNo(1))
    await clue('X3', 181, shopNo(3))
    const hits = await lake.hits('N08')
    expect(hits.map(({ licenceNo, strength }) => [licenceNo, strength])).toEqual([
      [shopNo(1), 0.7],
      [shopNo(2), 0.5],
    ])
  })
})

it('every indicator has words, a source, a weight and no name twice', () => {
  expect(indicators).toHaveLength(26)
  expect(new Set(indicators.map(({ code }) => code)).size).toBe(26)
  for (const { code, meaning, source, sql } of indicators) {
    expect(modelPolicy(asOf).prior.weights.get(code)).toBeGreaterThan(0)
    expect(meaning.endsWith('。')).toBe(true)
    expect(source.length).toBeGreaterThan(4)
    expect(sql).toContain("'say'")
  }
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as queries from './queries.ts'
import { type OpenRegister, openRegister } from './testing/open-register.ts'

let register: OpenRegister
beforeAll(async () => {
  register = await openRegister()
})
afterAll(() => register.close())

describe('lists and the map', () => {
  const found = async (search: Partial<queries.RetailerSearch>) => {
    const { items, total } = await register.all(tx => queries.listRetailers(tx, { page: 1, size: 50, ...search }))
    return [items.map(item => item.licenceNo.slice(-1)).join(''), total]
  }
  test.each([
    [{ search: '冯记' }, '2', 1],
    [{ search: '100%' }, '2', 1],
    [{ search: '%' }, '2', 1],
    [{ search: '_' }, '', 0],
    [{ search: '\\' }, '', 0],
    [{ search: '5100004' }, '4', 1],
    [{ search: '中心路' }, '3', 1],
    [{ town: '440785001' }, '3', 1],
    [{ state: 'suspended' }, '2', 1],
    [{ format: '食杂店' }, '12345', 5],
    [{ format: '超市' }, '', 0],
    [{ expiresBefore: '2026-12-02' }, '5', 1],
    [{ expiresBefore: '2026-12-01' }, '', 0],
    [{ page: 2, size: 2 }, '34', 5],
    [{ page: 9 }, '', 5],
  ] as const)('the search %j finds %s of %i', async (search, numbers, total) => {
    expect(await found(search)).toEqual([numbers, total])
  })

  test('a row of the list and the page of a shop are masked', async () => {
    const { items } = await register.all(tx => queries.listRetailers(tx, { page: 1, size: 1 }))
    expect(items[0]).toEqual({
      licenceNo: '440785100001',
      shopName: '梁记',
      operatorNameMasked: '梁**',
      phoneMasked: '*******8000',
      address: '沙湖镇南塘村01号',
      areaCode: '440785103',
      townName: '沙湖镇',
      businessFormat: '食杂店',
      state: 'valid',
      validTo: '2027-01-31',
      position: { lng: 112.44, lat: 22.345 },
    })
    const page = await register.all(tx => queries.findRetailerView(tx, '440785100001'))
    expect(page).toMatchObject({ nearestGate: { school: '南塘小学', metres: 102 }, sameOperator: ['440785100003'] })
    expect(JSON.stringify(page)).not.toMatch(/梁模拟|13800138000|v1\./u)
  })

  test('the map holds shops of the reader’s towns, without names of persons', async () => {
    const points = await register.within({ areas: ['440785001'] }, queries.mapPoints)
    expect(points.shops).toEqual([
      { licenceNo: '440785100003', name: '吴记', state: 'valid', areaCode: '440785001', lng: 112.31, lat: 22.185 },
    ])
    expect([points.gates.length, points.servicePoints.length]).toEqual([3, 3])
  })

  test('the nearest service point comes first, far ones too when there are few', async () => {
    const near = await register.within({ areas: [] }, tx =>
      queries.nearestServicePoints(tx, { lng: 112.32, lat: 22.19 }),
    )
    expect(near.map(point => [point.code, point.metres > 1000])).toEqual([
      ['T3', false],
      ['T2', true],
      ['T1', true],
    ])
    const far = await register.within({ areas: [] }, tx => queries.nearestServicePoints(tx, { lng: 116.4, lat: 39.9 }))
    expect(far).toHaveLength(3)
  })
})

import { describe, expect, it } from 'vitest'
import type { SchoolShop } from '#contract/credit'
import { countByStanding, filterShops, readSchoolFilters } from './filters.ts'

const shop = (licenceNo: string, change: Partial<SchoolShop>): SchoolShop => ({
  licenceNo,
  shopName: '模拟商店',
  town: '沙湖镇',
  address: '校前路1号',
  position: null,
  standing: 'protected',
  school: '南塘小学',
  gate: '正门',
  walk: 80,
  line: 70,
  limit: 100,
  insideSince: '2026-11-10',
  licensedOn: '2026-09-10',
  validTo: '2027-01-31',
  exitBy: null,
  outOn: null,
  outCause: null,
  talks: 0,
  ...change,
})
const board = {
  today: '2026-11-23',
  shops: [
    shop('a', {}),
    shop('b', { standing: 'out', outOn: '2026-10-15' }),
    shop('c', { standing: 'toMeasure', insideSince: null }),
    shop('d', { standing: 'outside' }),
  ],
}
const numbers = (filters: Parameters<typeof filterShops>[1]) => filterShops(board, filters).map(one => one.licenceNo)

describe('the shops near schools', () => {
  it('open from a number: by standing, and by who was inside at the end of a month', () => {
    expect(numbers({})).toEqual(['a', 'b', 'c', 'd'])
    expect(numbers({ standing: 'out' })).toEqual(['b'])
    expect(numbers({ month: '2026-08' })).toEqual([])
    expect(numbers({ month: '2026-09' })).toEqual(['a', 'b'])
    expect(numbers({ month: '2026-11' })).toEqual(['a'])
    expect(Object.fromEntries(countByStanding(board.shops))).toMatchObject({ protected: 1, out: 1, exiting: 0 })
  })

  it('take only what they know from the address', () => {
    expect(readSchoolFilters({ standing: 'gone', month: '2026-1' })).toEqual({})
    expect(readSchoolFilters({ standing: 'exiting', month: '2026-11' })).toEqual({
      standing: 'exiting',
      month: '2026-11',
    })
  })
})

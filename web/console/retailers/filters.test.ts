import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeRetailerFilter, readRetailerFilters } from './filters.ts'

describe('the filters of the retailer list', () => {
  it('read back what was written', () => {
    const filters = {
      page: 3,
      search: '沙湖',
      town: '440785103',
      state: 'expired',
      format: '超市',
      expiresBefore: '2026-12-31',
    }
    expect(readRetailerFilters({ ...filters, town: 440785103 })).toEqual(filters)
  })

  it.each([
    [{ state: 'gone', format: '网吧', page: 0 }],
    [{ page: 1.5, expiresBefore: '2026-02-30' }],
    [{ page: 'x', expiresBefore: 'tomorrow', search: '   ' }],
  ])('leave out %j', search => expect(readRetailerFilters(search)).toEqual({}))

  it('lead back to the first page when one of them changes', () => {
    expect(changeRetailerFilter({ page: 4, search: 'a' }, 'state', 'valid')).toEqual({ search: 'a', state: 'valid' })
    expect(changeRetailerFilter({ search: 'a' }, 'page', 4)).toEqual({ search: 'a', page: 4 })
    expect(changeRetailerFilter({ search: 'a' }, 'search', '')).toEqual({})
  })

  it('never throw', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('page', 'search', 'town', 'expiresBefore'), fc.anything()), search => {
        const once = readRetailerFilters(search)
        expect(readRetailerFilters({ ...once })).toEqual(once)
      }),
    )
  })
})

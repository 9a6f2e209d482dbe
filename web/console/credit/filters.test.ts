import { expect, it } from 'vitest'
import { readCreditFilters } from './filters.ts'

it.each([
  [{}, {}],
  [
    { view: 'watch', state: 'open', page: 2 },
    { view: 'watch', state: 'open', page: 2 },
  ],
  [
    { view: 'grades', grade: 'C' },
    { view: 'grades', grade: 'C' },
  ],
  [
    { view: 'record', shop: '440785100001' },
    { view: 'record', shop: '440785100001' },
  ],
  [{ view: 'nonsense', state: '<b>', grade: 'E', shop: '1', page: -1 }, {}],
])('reads %j as %j', (search, filters) => {
  expect(readCreditFilters(search)).toEqual(filters)
})

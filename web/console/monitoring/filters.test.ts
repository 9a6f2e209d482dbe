import { expect, it } from 'vitest'
import { readAlertFilters } from './filters.ts'

it('reads what it knows and leaves out the rest', () => {
  expect(readAlertFilters({ state: false, kind: 'vessel', reason: 'N01', town: 440785001, page: 2 })).toEqual({
    state: 'false',
    kind: 'vessel',
    reason: 'N01',
    town: '440785001',
    page: 2,
  })
  expect(readAlertFilters({ state: 'x', kind: 'moon', reason: 'N', town: '1', page: '1' })).toEqual({})
})

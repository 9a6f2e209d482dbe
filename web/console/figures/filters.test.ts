import { expect, it } from 'vitest'
import { periodOf, readFigureFilters } from './filters.ts'

it('what is unknown in the address is left out', () => {
  expect(
    readFigureFilters({ from: 'x', to: '2026-11-30', town: 440785103, channel: 'fax', page: '0', group: '<b>' }),
  ).toEqual({
    to: '2026-11-30',
    town: '440785103',
  })
})

it('without a period the last twelve months are shown, in days of China', () => {
  expect(periodOf({}, new Date('2026-11-25T16:00:00Z'))).toEqual({ from: '2025-11-27', to: '2026-11-26' })
  expect(periodOf({ from: '2026-01-01', to: '2026-01-31' }, new Date())).toEqual({
    from: '2026-01-01',
    to: '2026-01-31',
  })
})

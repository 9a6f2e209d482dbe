import { expect, it } from 'vitest'
import { boardPeriod, readBoardFilters, trendPeriod } from './filters.ts'

it('what is unknown in the address is left out', () => {
  expect(readBoardFilters({ span: 'week', to: '2026-11-30', town: 440785103, figure: 'x', theme: 'pink' })).toEqual({
    to: '2026-11-30',
    town: '440785103',
  })
})

it.each([
  [{}, { from: '2026-10-28', to: '2026-11-26' }],
  [{ span: 'month' }, { from: '2026-11-01', to: '2026-11-26' }],
  [
    { span: 'days90', to: '2026-03-31' },
    { from: '2026-01-01', to: '2026-03-31' },
  ],
] as const)('%j are the days %j, in China', (filters, period) => {
  expect(boardPeriod(filters, new Date('2026-11-25T16:30:00Z'))).toEqual(period)
})

it('the trend begins in the same month a year before', () => {
  expect(trendPeriod({ from: '2026-11-01', to: '2026-11-26' })).toEqual({ from: '2025-11-01', to: '2026-11-26' })
})

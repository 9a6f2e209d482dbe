import { expect, it } from 'vitest'
import { clockOf } from './clock.ts'

it('adds up the cells by weekday and hours, the hottest time being 1', () => {
  const row = { cell: 'c', rank: 1, reasons: ['H01'] }
  const { hours, heat } = clockOf([
    { ...row, weekday: 5, hourFrom: 18, hourTo: 21, score: 1 },
    { ...row, weekday: 5, hourFrom: 18, hourTo: 21, score: 0.6 },
    { ...row, weekday: 1, hourFrom: 9, hourTo: 12, score: 0.4 },
  ])
  expect(hours).toEqual([9, 18])
  expect(heat[4]).toEqual([0, 1])
  expect(heat[0]).toEqual([0.25, 0])
  expect(clockOf([])).toEqual({ hours: [], heat: [[], [], [], [], [], [], []] })
})

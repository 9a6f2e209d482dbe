import { expect, it } from 'vitest'
import { pauseMinutes } from './pause.ts'

it('waits longer after each failure, half an hour at most, however long the outage', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 10_000].map(pauseMinutes)).toEqual([1, 2, 4, 8, 16, 30, 30, 30])
})

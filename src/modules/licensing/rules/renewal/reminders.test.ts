import { expect, it } from 'vitest'
import { reminderDay } from './reminders.ts'

it.each([
  [91, undefined],
  [90, 90],
  [87, 90],
  [86, undefined],
  [60, 60],
  [45, 45],
  [42, 45],
  [35, 35],
  [31, undefined],
])('with %i days left the reminder is %s', (left, reminder) => {
  expect(reminderDay(left, [90, 60, 45, 35])).toBe(reminder)
})

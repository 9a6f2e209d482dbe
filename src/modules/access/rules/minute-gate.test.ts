import { expect, it } from 'vitest'
import { minuteGate } from './minute-gate.ts'

const start = Temporal.Instant.from('2026-11-23T02:00:00Z')
const later = (seconds: number) => start.add({ seconds })

it('lets an address through as often as a minute allows, says how long to wait, and begins anew', () => {
  const gate = minuteGate()
  const tries = [0, 10, 20, 30].map(seconds => gate.secondsToWait('a', later(seconds), 3))
  expect(tries).toEqual([0, 0, 0, 30])
  expect(gate.secondsToWait('b', later(31), 3)).toBe(0)
  expect(gate.secondsToWait('a', later(59), 3)).toBe(1)
  expect(gate.secondsToWait('a', later(60), 3)).toBe(0)
})

it('forgets addresses that stayed away, and is not confused by a clock that went back', () => {
  const gate = minuteGate()
  for (let n = 0; n < 10; n++) gate.secondsToWait('a', later(0), 3)
  expect(gate.secondsToWait('a', later(200), 3)).toBe(0)
  expect(gate.secondsToWait('a', later(-500), 3)).toBe(0)
})

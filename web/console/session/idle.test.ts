import { describe, expect, it } from 'vitest'
import { idleVerdict } from './idle.ts'

const minute = 60_000

describe('a quiet desk', () => {
  it.each([
    [0, { state: 'active' }],
    [13 * minute, { state: 'active' }],
    [14 * minute, { state: 'warning', secondsLeft: 60 }],
    [15 * minute - 1, { state: 'warning', secondsLeft: 1 }],
    [15 * minute, { state: 'locked' }],
    [60 * minute, { state: 'locked' }],
  ])('after %i ms is %j', (now, expected) => expect(idleVerdict(0, now, 900)).toEqual(expected))

  it('does not warn from the first second when the time is very short', () => {
    expect(idleVerdict(0, 0, 60)).toEqual({ state: 'active' })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testPolicy as policy } from '../testing/policy.ts'
import { countedAt, endOf, secondsUntil } from './session-life.ts'

const opened = Temporal.Instant.from('2026-11-23T02:00:00Z')
const later = (seconds: number) => opened.add({ seconds })

describe('the end of a session', () => {
  it.each([
    [0, 300],
    [200, 500],
    [1600, 1800],
    [1800, 1800],
    [5000, 1800],
  ])('continued after %i s it ends after %i s', (at, end) => {
    expect(secondsUntil(endOf(opened, later(at), policy), opened)).toBe(end)
  })

  it('never counts below nought', () => {
    expect(secondsUntil(opened, later(5))).toBe(0)
  })
})

describe('when an act of an outage counts', () => {
  const at = (captured: number, changes: { now?: number; endedAt?: number } = {}) => {
    const times = {
      openedAt: opened,
      endsAt: later(300),
      ...(changes.endedAt === undefined ? {} : { endedAt: later(changes.endedAt) }),
    }
    const counted = countedAt(times, { at: later(captured), now: later(changes.now ?? 100_000) }, policy)
    return counted === undefined ? undefined : secondsUntil(counted, opened)
  }

  it.each([
    [0, {}, 0],
    [120, {}, 120],
    [300, {}, 300],
    [600, {}, 300],
    [900, {}, 300],
    [901, {}, undefined],
    [-600, {}, 0],
    [-601, {}, undefined],
    [120, { endedAt: 60 }, 60],
    [661, { endedAt: 60 }, undefined],
    [200, { now: 90 }, 90],
  ])('captured after %i s, %o: %s', (captured, changes, expected) => {
    expect(at(captured, changes)).toBe(expected)
  })

  it('never lies outside of the session, nor in the future', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2000, max: 2000 }), fc.nat(2000), fc.nat(300), (captured, now, endedAt) => {
        const counted = at(captured, { now, endedAt })
        if (counted === undefined) return
        expect(counted).toBeLessThanOrEqual(Math.min(endedAt, now))
        expect(counted).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

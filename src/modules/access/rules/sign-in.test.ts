import { describe, expect, it } from 'vitest'
import { testPolicy as policy } from '../testing/policy.ts'
import { accountOf, countTry, isDormant, type Tries } from './sign-in.ts'

const start = Temporal.Instant.from('2026-11-23T01:00:00Z')
const minutes = (count: number) => start.add({ minutes: count })

describe('tries', () => {
  it('are five, then a quarter of an hour of none, then five again', () => {
    let tries: Tries = { wrongTries: 0 }
    for (let n = 1; n <= 5; n++) {
      const counted = countTry(tries, start, policy)
      expect(counted?.wrongTries).toBe(n)
      tries = counted ?? tries
    }
    expect(tries.lockedUntil).toEqual(minutes(15))
    expect(countTry(tries, start, policy)).toBeUndefined()
    expect(countTry(tries, minutes(14), policy)).toBeUndefined()
    expect(countTry(tries, minutes(15), policy)).toEqual({ wrongTries: 1 })
  })
})

it.each([
  ['2026-08-25T01:00:00Z', false],
  ['2026-08-25T00:59:59Z', true],
  ['2026-11-22T00:00:00Z', false],
])('an account last used at %s sleeps: %s', (lastUsed, dormant) => {
  expect(isDormant(Temporal.Instant.from(lastUsed), start, policy)).toBe(dormant)
})

it('reads an account as people type it', () => {
  expect(accountOf('  Wang.Wu ')).toBe('wang.wu')
})

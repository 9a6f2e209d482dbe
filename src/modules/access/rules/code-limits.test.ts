import { describe, expect, it } from 'vitest'
import { testPolicy } from '../testing/policy.ts'
import { secondsToNextCode } from './code-limits.ts'

const now = Temporal.Instant.from('2026-11-26T02:00:00Z')
const ago = (seconds: number) => now.subtract({ seconds })

describe('the pause between two codes', () => {
  it.each([
    ['a first code comes at once', { count: 0, last: undefined }, 0],
    ['a second within the minute waits', { count: 1, last: ago(10) }, 50],
    ['the whole minute at the same moment', { count: 1, last: now }, 60],
    ['a second after the minute comes at once', { count: 1, last: ago(60) }, 0],
    ['the tenth of a day is the last', { count: 10, last: ago(3600) }, 23 * 3600],
    ['a clock that went back makes nobody wait longer', { count: 1, last: ago(-30) }, 60],
  ])('%s', (_, before, seconds) => expect(secondsToNextCode(before, now, testPolicy)).toBe(seconds))
})

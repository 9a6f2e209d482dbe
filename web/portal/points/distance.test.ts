import { describe, expect, it } from 'vitest'
import { formatDistance } from './distance.ts'

describe('a distance', () => {
  it.each([
    [424, 'zh', '420米'],
    [994, 'zh', '990米'],
    [1000, 'zh', '1.0公里'],
    [2649, 'zh', '2.6公里'],
    [424, 'en', '420 m'],
    [12_345, 'en', '12.3 km'],
  ] as const)('of %i m in %s is %s', (metres, language, text) => expect(formatDistance(metres, language)).toBe(text))
})

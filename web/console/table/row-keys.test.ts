import { describe, expect, it } from 'vitest'
import { rowAfterKey } from './row-keys.ts'

describe('the keys of a list', () => {
  it.each([
    ['j', 0, 3, 1],
    ['ArrowDown', 2, 3, 2],
    ['k', 1, 3, 0],
    ['ArrowUp', 0, 3, 0],
    ['Home', 2, 3, 0],
    ['End', 0, 3, 2],
    ['x', 0, 3, undefined],
    ['j', 0, 0, undefined],
  ])('%s on row %i of %i leads to %s', (key, current, count, expected) => {
    expect(rowAfterKey(key, current, count)).toBe(expected)
  })
})

import { expect, it } from 'vitest'
import { partOf } from './send-file.ts'

it.each([
  [undefined, undefined],
  ['bytes=0-', [0, 99]],
  ['bytes=10-19', [10, 19]],
  ['bytes=90-500', [90, 99]],
  ['bytes=100-', undefined],
  ['bytes=0-1,5-6', undefined],
  ['bytes=-5', undefined],
])('of a file of 100 bytes, %s is %j', (range, part) => {
  expect(partOf(range, 100)).toEqual(part)
})

import { expect, it } from 'vitest'
import { publishedKey } from './published-key.ts'

const text = (words: string) => Buffer.concat([Buffer.from([2, 0, words.length]), Buffer.from(words)])
const command = (name: string) =>
  Buffer.concat([
    text('FCPublish'),
    text(name),
    text('publish'),
    Buffer.from([0, 0x40, 0x14, 0, 0, 0, 0, 0, 0, 5]),
    text(name),
    text('live'),
  ])

it('the key stands in the command that publishes, however the bytes arrive', () => {
  const bytes = command('0123abcd')
  expect(publishedKey(bytes)).toBe('0123abcd')
  for (let cut = 0; cut < bytes.length; cut += 1)
    expect([undefined, '0123abcd']).toContain(publishedKey(bytes.subarray(0, cut)))
  expect(publishedKey(bytes.subarray(0, 40))).toBeUndefined()
  expect(publishedKey(Buffer.from('hello'))).toBeUndefined()
})

import { expect, it } from 'vitest'
import { markStream } from './mark-stream.ts'

const heard = async (marks: readonly (string | Error)[], events: number): Promise<string[]> => {
  const left = [...marks]
  let last = ''
  const read = async () => {
    const next = left.shift() ?? last
    if (next instanceof Error) throw next
    last = next
    return next
  }
  const got: string[] = []
  for await (const event of markStream(read, 1)) {
    got.push(String(event))
    if (got.length === events) break
  }
  return got
}

it('says once that the board changed, and nothing while it stands', async () => {
  const got = await heard(['1', '1', '2', '2', '3'], 3)
  expect(got).toEqual([
    'retry: 3000\n\n',
    'event: changed\ndata: {"mark":"2"}\n\n',
    'event: changed\ndata: {"mark":"3"}\n\n',
  ])
})

it('lives through a reading that fails, and breathes while nothing happens', async () => {
  const got = await heard(['1', new Error('the database is away'), '2'], 3)
  expect(got[1]).toContain('"mark":"2"')
  expect(got[2]).toBe(': still here\n\n')
})

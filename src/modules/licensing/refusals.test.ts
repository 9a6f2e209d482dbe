import { glob, readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { kernelRefusals } from '#kernel/refusal-texts'
import { elicenceRefusals } from './elicence/refusals.ts'
import { licensingRefusals } from './refusals.ts'

it('every refusal that licensing gives has words in both languages', async () => {
  const known = { ...kernelRefusals, ...licensingRefusals, ...elicenceRefusals }
  const given = new Set<string>()
  for await (const path of glob('**/*.ts', { cwd: import.meta.dirname })) {
    if (path.includes('.test.') || path.startsWith('testing/')) continue
    const source = await readFile(`${import.meta.dirname}/${path}`, 'utf8')
    for (const [, name] of source.matchAll(/refuse\(\s*'(\w+)'/g)) given.add(name ?? '')
  }
  // The platform has words for these.
  for (const name of ['notFound', 'notPermitted', 'tooManyRequests']) given.delete(name)
  for (const name of given) expect(Object.keys(known), name).toContain(name)
  expect(given.size).toBeGreaterThan(15)
  for (const { zh, en } of Object.values(licensingRefusals))
    for (const words of [zh.title, zh.next, en.title, en.next]) expect(words).not.toBe('')
})

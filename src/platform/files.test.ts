import { mkdtemp, readdir, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FileDamaged, type FileStore, filesOfDomain, houseFiles, openFileStore, type StoredFile } from './files.ts'

let folder: string
let store: FileStore
// A folder for each test: random contents of one may share the first digits of another's name.
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yzt-files-'))
  store = await openFileStore(folder, { maxBytes: 1000 })
})
afterEach(() => rm(folder, { recursive: true }))

async function kept(content: Uint8Array): Promise<StoredFile> {
  const result = await store.put(content)
  if (!result.ok) throw new Error('not kept')
  return result.value
}
const pathOf = ({ digest }: StoredFile) => join(folder, digest.slice(0, 2), digest.slice(2))

test('what was put comes back, byte by byte, also after opening the store again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 1000 }), async content => {
      const file = await kept(content)
      const again = await openFileStore(folder, { maxBytes: 0 })
      return file.bytes === content.length && (await again.find(file))?.equals(content) === true
    }),
    { numRuns: 30 },
  )
})

test('the same bytes are one closed file, named by their SM3, and nothing half-written stays', async () => {
  const file = await kept(Buffer.from('abc'))
  expect(file).toEqual({ digest: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0', bytes: 3 })
  await Promise.all(Array.from({ length: 8 }, () => kept(Buffer.from('abc'))))
  expect(await readdir(join(folder, '66'))).toEqual([file.digest.slice(2)])
  expect((await stat(pathOf(file))).mode & 0o777).toBe(0o600)
})

test('a file beyond the cap is refused by name and not kept', async () => {
  const before = await readdir(folder)
  expect(await store.put(new Uint8Array(1001))).toEqual({
    ok: false,
    refusal: 'fileTooLarge',
    details: { maxBytes: 1000 },
  })
  expect(await readdir(folder)).toEqual(before)
})

test('a file that was cut or altered on the disk is never given out, and healed by putting it again', async () => {
  const content = Buffer.from('送达回证 2026')
  const file = await kept(content)
  await truncate(pathOf(file), 5)
  await expect(store.find(file)).rejects.toThrow(FileDamaged)
  await writeFile(pathOf(file), Buffer.from(content).fill(1, 3, 4))
  await expect(store.find(file)).rejects.toThrow(/another content/u)
  await expect(store.find({ ...file, bytes: 1 })).rejects.toThrow(/instead of 1/u)
  await kept(content)
  expect(await store.find(file)).toEqual(content)
})

test('an unknown file is absent; a name that is no digest never reaches the disk', async () => {
  expect(await store.find({ digest: '0'.repeat(64), bytes: 1 })).toBeUndefined()
  for (const digest of ['', '../../etc/passwd', 'A'.repeat(64), `${'0'.repeat(62)}/x`])
    await expect(store.find({ digest, bytes: 1 })).rejects.toThrow(RangeError)
})

test('files before a moment are listed by name and removed one by one; others stay', async () => {
  const [first, second] = [await kept(Buffer.from('a')), await kept(Buffer.from('b'))]
  const old = new Date('2026-01-01T00:00:00Z')
  await utimes(pathOf(first), old, old)
  expect(await store.olderThan(Temporal.Instant.from('2026-06-01T00:00:00Z'))).toEqual([first.digest])
  await store.remove(first.digest)
  await store.remove(first.digest)
  expect(await store.find(first)).toBeUndefined()
  expect(await store.find(second)).toEqual(Buffer.from('b'))
  expect(() => store.remove('../x')).toThrow(RangeError)
})

test('a domain has a folder of its own and still finds what it kept before', async () => {
  const house = await houseFiles({ dataFolder: folder })
  const before = await house.put(Buffer.from('before'))
  const own = await filesOfDomain({ dataFolder: folder }, 'licensing')
  const now = await own.put(Buffer.from('now'))
  if (!before.ok || !now.ok) throw new Error('not kept')
  expect([await own.find(before.value), await own.find(now.value)]).toEqual([Buffer.from('before'), Buffer.from('now')])
  expect(await house.find(now.value)).toBeUndefined()
})

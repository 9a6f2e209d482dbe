import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { claimDataFolder, DataFolderInUse } from './data-folder.ts'
import { markOf } from './process-mark.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yzt-claim-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('a folder belongs to one process until it gives it back', async () => {
  const release = await claimDataFolder(folder)
  await expect(claimDataFolder(folder)).rejects.toThrow(DataFolderInUse)
  await expect(claimDataFolder(folder)).rejects.toThrow(String(process.pid))
  await release()
  await (await claimDataFolder(folder))()
})

test('a living process has a mark of its own, a number without process has none', async () => {
  expect(await markOf(process.pid)).toBe(await markOf(process.pid))
  expect(await markOf(process.ppid)).not.toBe(await markOf(process.pid))
  for (const pid of [0, -1, 2 ** 22 + 1, Number.NaN]) expect(await markOf(pid)).toBeUndefined()
})

const ownNumber = process.platform === 'linux' ? [`${process.pid}`] : []

test.each(['', 'rubbish', '4194305', ...ownNumber])(
  'a claim that reads "%s" names no living process and is taken over',
  async claim => {
    await writeFile(join(folder, 'server.pid'), claim)
    const release = await claimDataFolder(folder)
    expect((await readFile(join(folder, 'server.pid'), 'utf8')).trim()).toBe(await markOf(process.pid))
    await release()
  },
)

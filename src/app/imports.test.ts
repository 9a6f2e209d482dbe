import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/database/harness.ts'
import { type Keyring, openKeyring } from '../platform/keyring.ts'
import { importFile } from './imports.ts'

let home: TestDatabase
let keyring: Keyring
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yzt-import-'))
  await chmod(folder, 0o700)
  keyring = await openKeyring(join(folder, 'keys'), { create: true })
  home = await createTestDatabase()
})
afterAll(async () => {
  await home.drop()
  await rm(folder, { recursive: true })
})

const file = () => join(folder, 'areas.csv')
const take = async (text: string) => {
  await writeFile(file(), text)
  return importFile(home.database, keyring, file())
}

describe('importing a file', () => {
  test('a file whose rows are all bad is refused whole, and the reasons stand beside it', async () => {
    const refused = await take('code,name,kind\n44x,沙湖镇,town\n')
    expect(refused).toMatchObject({ ok: false, refusal: 'csvAllRowsBad', details: { file: 'areas.csv', rows: 1 } })
    expect(await readFile(`${file()}.rejected.csv`, 'utf8')).toContain('2,code,44x,')
  })

  test('good rows go in beside bad ones; when all are good, the old list of rejects is gone', async () => {
    const mixed = await take('code,name,kind\n440785,恩平市,county\n44x,沙湖镇,town\n')
    expect(mixed).toMatchObject({
      ok: true,
      value: { inserted: 1, rejected: 1, rejectedFile: `${file()}.rejected.csv` },
    })
    expect(await take('code,name,kind\n440785,恩平市,county\n')).toMatchObject({ ok: true, value: { unchanged: 1 } })
    await expect(stat(`${file()}.rejected.csv`)).rejects.toThrow('ENOENT')
  })

  test('a missing column and an unknown file are refused by name', async () => {
    expect(await take('code,name\n440785,恩平市\n')).toMatchObject({
      refusal: 'csvColumnMissing',
      details: { columns: 'kind' },
    })
    expect(await importFile(home.database, keyring, join(folder, 'x.csv'))).toMatchObject({ refusal: 'fileUnknown' })
  })
})

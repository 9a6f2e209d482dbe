import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { momentOf } from '#kernel/dates'
import { createTestDatabase, type TestDatabase } from '../../test/database/harness.ts'
import { readConfig } from '../platform/config.ts'
import { openKeyring } from '../platform/keyring.ts'
import { createDemoStaff } from './demo/accounts.ts'
import { assertSafeForProduction, productionFaults } from './production.ts'

const safe = {
  demoAccounts: 0,
  keysInData: false,
  fsync: 'on',
  synchronousCommit: 'on',
  publicUrl: 'https://yz.example.cn',
}

describe('what production may not be', () => {
  it('is nothing at all when everything is as it should be', () => {
    expect(productionFaults(safe)).toEqual([])
  })

  it.each([
    [{ demoAccounts: 3 }, /3 个演示账号.*remove-demo/],
    [{ keysInData: true }, /YZT_KEYS/],
    [{ fsync: 'off' }, /fsync = on/],
    [{ synchronousCommit: 'off' }, /synchronous_commit/],
    [{ publicUrl: 'http://10.0.0.8' }, /https/],
  ])('%j is named with what to do', (change, words) => {
    expect(productionFaults({ ...safe, ...change })).toEqual([expect.stringMatching(words)])
  })

  it('is said all at once, so that nobody mends it one start at a time', () => {
    expect(
      productionFaults({
        demoAccounts: 1,
        keysInData: true,
        fsync: 'off',
        synchronousCommit: 'off',
        publicUrl: 'http://x',
      }),
    ).toHaveLength(5)
  })
})

describe('a real database', () => {
  let home: TestDatabase
  let folder: string
  beforeAll(async () => {
    home = await createTestDatabase()
    folder = await mkdtemp(join(tmpdir(), 'yzt-production-'))
    await chmod(folder, 0o700)
  })
  afterAll(async () => {
    await home.drop()
    await rm(folder, { recursive: true })
  })
  const config = (keys: string) =>
    readConfig({
      YZT_MODE: 'production',
      YZT_DATA: '/srv/yzt',
      YZT_KEYS: keys,
      YZT_PUBLIC_URL: 'https://yz.example.cn',
    })

  it('without demo accounts is let in; keys beside the data are not', async () => {
    await assertSafeForProduction(config('/srv/keys'), home.ownerUrl)
    await assertSafeForProduction(config('/srv/yzt-keys'), home.ownerUrl)
    await expect(assertSafeForProduction(config('/srv/yzt/keys'), home.ownerUrl)).rejects.toThrow(
      /密钥放在数据文件夹里/,
    )
  })

  it('with demo accounts is refused, although row security binds the owner who counts them', async () => {
    const keyring = await openKeyring(join(folder, 'keys'), { create: true })
    const at = momentOf(Temporal.Instant.from('2026-11-23T01:00:00Z'))
    await home.database.within({ areas: 'all' }, tx => createDemoStaff(tx, at, keyring))
    await expect(assertSafeForProduction(config('/srv/keys'), home.ownerUrl)).rejects.toThrow(/个演示账号/)
  })
})

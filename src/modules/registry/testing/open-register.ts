import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Scope, Tx } from '#platform/database'
import { type Keyring, openKeyring } from '#platform/keyring'
import { createTestDatabase, type TestDatabase } from '../../../../test/database/harness.ts'
import { retailers, type ShopLine, takeAreas, takeRetailers, takeSchools, takeServicePoints } from './small-county.ts'

/** 1, 2 and 4 are one door: width, 號 and the leading zero make no difference; 4 is no longer live. */
export const shops: readonly ShopLine[] = [
  { no: '440785100001', name: '梁记', phone: '13800138000', person: 1 },
  { no: '440785100002', name: '冯记100%好', person: 2, address: '恩平市沙湖镇南塘村１號', status: 'suspended' },
  {
    no: '440785100003',
    name: '吴记',
    person: 1,
    area: '440785001',
    address: '恩城街道中心路3号',
    place: [112.31, 22.185],
  },
  { no: '440785100004', name: '旧店', person: 1, address: '沙湖镇南塘村01号', status: 'cancelled' },
  { no: '440785100005', name: '无坐标店', person: 3, place: ['', ''], validTo: '2026-12-01' },
]

export interface OpenRegister {
  readonly home: TestDatabase
  readonly keyring: Keyring
  within<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>
  all<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Rolled back at the end, so that no test sees another's changes. */
  undone(work: (tx: Tx) => Promise<void>): Promise<void>
  close(): Promise<void>
}

/** The small county in a database of its own. */
export async function openRegister(): Promise<OpenRegister> {
  const keys = await mkdtemp(join(tmpdir(), 'yzt-keys-'))
  const keyring = await openKeyring(join(keys, 'k'), { create: true })
  const home = await createTestDatabase()
  const all: OpenRegister['all'] = work => home.database.within({ areas: 'all' }, work)
  await all(async tx => {
    await takeAreas(tx)
    await takeSchools(tx)
    await takeServicePoints(tx)
    await takeRetailers(tx, retailers(...shops), keyring)
  })
  return {
    home,
    keyring,
    all,
    within: (scope, work) => home.database.within(scope, work),
    undone: work => rolledBack(all, work),
    close: async () => {
      await home.drop()
      await rm(keys, { recursive: true })
    },
  }
}

async function rolledBack(all: OpenRegister['all'], work: (tx: Tx) => Promise<void>): Promise<void> {
  const undo = new Error('undo')
  await all(async tx => {
    await work(tx)
    throw undo
  }).catch(error => {
    if (error !== undo) throw error
  })
}

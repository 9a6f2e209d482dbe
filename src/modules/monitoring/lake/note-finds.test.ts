import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { movableClock } from '#platform/clock'
import { createTestDatabase, type TestDatabase } from '../../../../test/database/harness.ts'
import { noteCartonFinds } from './note-finds.ts'

let test: TestDatabase
let folder: string
beforeAll(async () => {
  test = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'yzt-finds-'))
})
afterAll(async () => {
  await test.drop()
  await rm(folder, { recursive: true, force: true })
})

it('cartons that an officer found at another shop lie in the lake once, however often they are told, and the watch looks', async () => {
  const at = movableClock('2026-11-26T02:00:00Z').now()
  const finds = {
    areaCode: '440785103',
    foundAt: '2026-11-26T01:00:00Z',
    position: { lng: 112.4, lat: 22.2 },
    codes: ['6111900000000107JMYC440783100011'],
  }
  const tell = () => test.database.within({ areas: 'all' }, tx => noteCartonFinds(tx, folder, finds, at))
  await tell()
  await tell()
  expect(await readdir(join(folder, 'lake', 'carton_finds'))).toHaveLength(1)
  const { rows } = await test.database.within({ areas: 'all' }, tx =>
    sql`select from graphile_worker.jobs where task_identifier = 'monitoring.watch'`.execute(tx),
  )
  expect(rows).toHaveLength(1)
  await test.database.within({ areas: 'all' }, tx => noteCartonFinds(tx, folder, { ...finds, codes: [] }, at))
  expect(await readdir(join(folder, 'lake', 'carton_finds'))).toHaveLength(1)
})

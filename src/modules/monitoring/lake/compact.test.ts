import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compactLake } from './compact.ts'
import { type Engine, openEngine } from './engine.ts'
import { importLakeText } from './import.ts'
import { openLake } from './open.ts'
import { parquetBelow } from './replaced.ts'

let engine: Engine
let folder: string
beforeAll(async () => {
  engine = await openEngine({ memory: '256MB' })
  folder = await mkdtemp(join(tmpdir(), 'compact-test-'))
})
afterAll(async () => {
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})

const batch = (n: number) =>
  `order_id,ordered_at,licence_no,sku_code,cartons\nA${n},2026-1${n % 2}-20T09:00:00+08:00,440785100001,S1,${n + 1}\n`
const feed = (n: number) =>
  importLakeText({ folder, engine }, { table: 'order_lines', csv: batch(n), takenAt: `2026-11-2${n}T00:00:00Z` })
const list = (csv: string, day: number) =>
  importLakeText({ folder, engine }, { table: 'skus', csv, takenAt: `2026-11-0${day}T00:00:00Z` })
const lines = async () => {
  await openLake(engine, folder, join(folder, '.scratch'))
  return engine.rows(`select order_id, cartons from order_lines order by 1`)
}
const compact = (hours = 0) => compactLake({ folder, engine, now: Date.now() + hours * 3_600_000, leastBatches: 4 })
const files = async () => (await parquetBelow(join(folder, 'order_lines'))).length

it('small batches become one file a month, the lines stay the same, and nothing is taken in twice', async () => {
  for (let n = 0; n < 6; n += 1) await feed(n)
  const before = await lines()
  expect(before).toHaveLength(6)
  expect(await compact()).toEqual([{ table: 'order_lines', batches: 6, lines: 6 }])
  expect(await lines()).toEqual(before)
  expect(await feed(3)).toMatchObject({ ok: true, value: { already: true, lines: 0 } })
  expect(await compact()).toEqual([])
})

it('the old files stay for readers under way, and go hours later; their folders still know what came', async () => {
  expect(await files()).toBe(8)
  await compact(7)
  expect(await files()).toBe(2)
  expect(await lines()).toHaveLength(6)
  expect(await feed(5)).toMatchObject({ ok: true, value: { already: true } })
  expect((await readdir(join(folder, 'order_lines'))).length).toBe(7)
})

it('merged and new batches are merged again; of a list the later line still counts', async () => {
  for (let n = 6; n < 10; n += 1) await feed(n)
  expect(await compact()).toEqual([{ table: 'order_lines', batches: 5, lines: 10 }])
  expect(await lines()).toHaveLength(10)
  for (let day = 1; day <= 4; day += 1) await list(`sku_code,name,brand\nS1,第${day}名,B\n`, day)
  expect(await compact()).toEqual([{ table: 'skus', batches: 4, lines: 4 }])
  await openLake(engine, folder, join(folder, '.scratch'))
  expect(await engine.rows('select name from skus')).toEqual([{ name: '第4名' }])
})

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openEngine } from './engine.ts'
import { importLakeFile } from './import.ts'
import { orderDaysOf } from './order-days.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yzt-days-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('says on which days a shop ordered, in China’s days, and nothing where there are no orders at all', async () => {
  const lake = join(folder, 'lake')
  expect(await orderDaysOf(lake)(['440785100010'], '2026-01-01')).toBeUndefined()
  const lines = [
    '2026-11-01T23:30:00+08:00',
    '2026-11-01T09:00:00+08:00',
    '2026-11-08T00:10:00+08:00',
    '2025-03-01T09:00:00+08:00',
  ]
  const csv = lines.map((at, n) => `o${n},${at},440785100010,S1,5`).join('\n')
  const file = join(folder, 'order_lines.csv')
  await writeFile(
    file,
    `order_id,ordered_at,licence_no,sku_code,cartons\n${csv}\no9,2026-11-02T09:00:00+08:00,440785100011,S1,5\n`,
  )
  const engine = await openEngine({ memory: '256MB', threads: 1 })
  expect((await importLakeFile({ folder: lake, engine }, file, '2026-11-09T00:00:00Z')).ok).toBe(true)
  await engine.close()
  const days = await orderDaysOf(lake)(['440785100010', '440785100012'], '2026-01-01')
  expect(days?.get('440785100010')).toEqual(['2026-11-01', '2026-11-08'])
  expect(days?.get('440785100012')).toEqual([])
})

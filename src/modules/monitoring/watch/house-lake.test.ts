import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../../test/database/harness.ts'
import { openEngine } from '../lake/engine.ts'
import { importLakeText } from '../lake/import.ts'
import { withHouseLake } from './house-lake.ts'

let test: TestDatabase
let lake: string
beforeAll(async () => {
  test = await createTestDatabase()
  lake = await mkdtemp(join(tmpdir(), 'house-lake-'))
})
afterAll(async () => {
  await test.drop()
  await rm(lake, { recursive: true, force: true })
})

const visits = () =>
  withHouseLake({ database: test.database, lake, memory: '256MB' }, engine =>
    engine.rows(
      `select inspection_id as id, strftime(inspected_at, '%Y-%m-%d') as day, kind, result from inspections order by 1`,
    ),
  )
const found = (no: number, kind: string, outcome: string) =>
  test.database.within({ areas: 'all' }, async tx => {
    const id = `RW-2026-00000${no}`
    await sql`insert into inspection.task (id, licence_no, area_code, kind, source, reasons, checklist, basis, hours, due_by, proposed_by, proposed_at)
      values (${id}, '440785100001', '440785001', ${kind}, 'person', array['x'], array['x'], '[]', 'office', '2026-11-30', 'staff:a', now())`.execute(
      tx,
    )
    await sql`insert into inspection.finding (task_id, licence_no, area_code, outcome, checked_on, rectify_by, by, at)
      values (${id}, '440785100001', '440785001', ${outcome}, '2026-11-20', ${outcome === 'rectify' ? '2026-12-01' : null}, 'staff:b', now())`.execute(
      tx,
    )
  })

it('what the house found on its own visits stands beside the visits of the lake, without who went', async () => {
  await found(1, 'random', 'rectify')
  await found(2, 'offHours', 'clear')
  await found(3, 'regular', 'unreachable')
  const own = [
    { id: 'house:RW-2026-000001', day: '2026-11-20', kind: 'random', result: 'rectify' },
    { id: 'house:RW-2026-000002', day: '2026-11-20', kind: 'campaign', result: 'clean' },
  ]
  expect(await visits()).toEqual(own)
  const engine = await openEngine({ memory: '256MB' })
  const csv =
    'inspection_id,inspected_at,licence_no,kind,result\nJ1,2026-11-01T10:00:00+08:00,440785100001,joint,filed\n'
  await importLakeText({ folder: lake, engine }, { table: 'inspections', csv, takenAt: '2026-11-02T00:00:00Z' })
  await engine.close()
  expect(await visits()).toEqual([{ id: 'J1', day: '2026-11-01', kind: 'joint', result: 'filed' }, ...own])
})

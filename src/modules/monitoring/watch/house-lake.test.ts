import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { movableClock } from '#platform/clock'
import { createTestDatabase, type TestDatabase } from '../../../../test/database/harness.ts'
import { openEngine } from '../lake/engine.ts'
import { importLakeText } from '../lake/import.ts'
import { noteVisit } from '../lake/note-visit.ts'
import { withHouseLake } from './house-lake.ts'

let test: TestDatabase
let home: string
let lake: string
beforeAll(async () => {
  test = await createTestDatabase()
  home = await mkdtemp(join(tmpdir(), 'house-lake-'))
  lake = join(home, 'lake')
  await mkdir(lake)
})
afterAll(async () => {
  await test.drop()
  await rm(home, { recursive: true, force: true })
})

const visits = () =>
  withHouseLake({ database: test.database, lake, memory: '256MB' }, engine =>
    engine.rows<{ id: string; day: string; kind: string; result: string }>(
      `select inspection_id as id, strftime(inspected_at, '%Y-%m-%d') as day, kind, result from inspections order by 1`,
    ),
  )
const found = (no: number, kind: string, outcome: string, shop = 1) =>
  test.database.within({ areas: 'all' }, async tx => {
    const id = `RW-2026-00000${no}`
    await sql`insert into inspection.task (id, licence_no, area_code, kind, source, reasons, checklist, basis, hours, due_by, proposed_by, proposed_at)
      values (${id}, ${`44078510000${shop}`}, '440785001', ${kind}, 'person', array['x'], array['x'], '[]', 'office', '2026-11-30', 'staff:a', now())`.execute(
      tx,
    )
    await sql`insert into inspection.finding (task_id, licence_no, area_code, outcome, checked_on, rectify_by, by, at)
      values (${id}, ${`44078510000${shop}`}, '440785001', ${outcome}, '2026-11-20', ${outcome === 'rectify' ? '2026-12-01' : null}, 'staff:b', now())`.execute(
      tx,
    )
  })

const feed = async (...lines: readonly string[]) => {
  const engine = await openEngine({ memory: '256MB' })
  const csv = `inspection_id,inspected_at,licence_no,kind,result,violation_codes\n${lines.map(line => `${line}\n`).join('')}`
  await importLakeText({ folder: lake, engine }, { table: 'inspections', csv, takenAt: '2026-11-02T00:00:00Z' })
  await engine.close()
}

it('what the house found on its own visits stands beside the visits of the lake, without who went', async () => {
  await found(1, 'random', 'rectify')
  await found(2, 'offHours', 'clear', 2)
  await found(3, 'regular', 'unreachable', 3)
  const own = [
    { id: 'house:RW-2026-000001', day: '2026-11-20', kind: 'random', result: 'rectify' },
    { id: 'house:RW-2026-000002', day: '2026-11-20', kind: 'offhour', result: 'clean' },
    { id: 'house:RW-2026-000003', day: '2026-11-20', kind: 'periodic', result: 'unreachable' },
  ]
  expect(await visits()).toEqual(own)
  await feed('J1,2026-11-01T10:00:00+08:00,440785100001,joint,filed,P10')
  expect(await visits()).toEqual([{ id: 'J1', day: '2026-11-01', kind: 'joint', result: 'filed' }, ...own])
})

it('a visit that the house noted, wrote into the lake and gets back in a file of another system is one visit', async () => {
  const tell = () =>
    test.database.within({ areas: 'all' }, tx =>
      noteVisit(tx, home, { taskId: 'RW-2026-000001' }, movableClock('2026-11-26T02:00:00Z').now()),
    )
  await tell()
  await tell()
  const before = await visits()
  expect(before.filter(({ id }) => id.endsWith('RW-2026-000001'))).toHaveLength(1)
  await feed('PJ-77,2026-11-20T16:30:00+08:00,440785100001,periodic,filed,P18;P10')
  const after = await visits()
  expect(after).toHaveLength(before.length)
  expect(after.filter(({ day, id }) => day === '2026-11-20' && !id.startsWith('house:'))).toEqual([
    { id: 'PJ-77', day: '2026-11-20', kind: 'random', result: 'filed' },
  ])
})

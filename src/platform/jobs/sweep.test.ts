import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/database/harness.ts'
import { beaconClass } from './beacon.ts'
import { enqueue } from './enqueue.ts'
import { sweep } from './sweep.ts'

let base: TestDatabase
let pool: pg.Pool
beforeEach(async () => {
  base = await createTestDatabase()
  pool = base.database.pool
  await base.database.within({ areas: 'all' }, async tx => {
    await enqueue(tx, 'test.a', {}, { queue: 'papers' })
    await enqueue(tx, 'test.b', {}, { maxAttempts: 1 })
    await enqueue(tx, 'test.free', {})
  })
  await pool.query(`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'pool-1', attempts = 1
    where task_id in (select id from graphile_worker._private_tasks where identifier in ('test.a', 'test.b'))`)
  await pool.query(`update graphile_worker._private_job_queues set locked_at = now(), locked_by = 'pool-1'`)
})
afterEach(() => base.drop())

const locked = async () =>
  (
    await pool.query('select task_identifier as name from graphile_worker.jobs where locked_by is not null order by 1')
  ).rows.map(row => row.name)

test('a pool whose beacon is out is only noted at the first look, and freed with its queue at the second', async () => {
  const first = await sweep(pool, [])
  expect(first).toEqual({ dark: ['pool-1'], freed: 0, buried: [] })
  expect(await locked()).toEqual(['test.a', 'test.b'])
  expect(await sweep(pool, ['pool-2'])).toMatchObject({ freed: 0 })
  expect(await sweep(pool, first.dark)).toEqual({ dark: ['pool-1'], freed: 1, buried: ['test.b'] })
  expect(await locked()).toEqual([])
  expect(
    (await pool.query('select from graphile_worker._private_job_queues where locked_by is not null')).rowCount,
  ).toBe(0)
  expect(await sweep(pool, first.dark)).toEqual({ dark: [], freed: 0, buried: [] })
})

test('a pool whose beacon burns is left alone; a beacon in another database does not count', async () => {
  const beacon = new pg.Client({ connectionString: base.appUrl })
  await beacon.connect()
  await beacon.query(`select pg_advisory_lock(${beaconClass}, hashtext('pool-1'))`)
  expect(await sweep(pool, ['pool-1'])).toEqual({ dark: [], freed: 0, buried: [] })
  expect(await locked()).toEqual(['test.a', 'test.b'])
  await beacon.end()
  const elsewhere = new pg.Client({ connectionString: base.superUrl.replace(/\/[^/]+$/u, '/postgres') })
  await elsewhere.connect()
  await elsewhere.query(`select pg_advisory_lock(${beaconClass}, hashtext('pool-1'))`)
  expect(await sweep(pool, [])).toMatchObject({ dark: ['pool-1'] })
  await elsewhere.end()
})

import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/database/harness.ts'
import { enqueue } from './jobs.ts'
import { writeAudit } from './ledger/write.ts'
import { createMetrics } from './metrics.ts'

let base: TestDatabase
beforeEach(async () => {
  base = await createTestDatabase()
})
afterEach(() => base.drop())

const figure = (text: string, name: string) =>
  Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'mu').exec(text)?.[1])

test('requests are counted by the pattern of their route, jobs by outcome', async () => {
  const metrics = createMetrics({ pool: base.database.pool })
  metrics.observeRequest('GET', '/api/people/:id', 200, 12)
  metrics.observeRequest('GET', '/api/people/:id', 200, 900)
  metrics.jobEnded('licensing.print', 'dead', 40)
  metrics.sealed(7)
  const text = await metrics.text()
  expect(metrics.contentType).toContain('text/plain')
  expect(text).toContain(
    'yzt_http_request_seconds_bucket{le="0.025",method="GET",route="/api/people/:id",status="200"} 1',
  )
  expect(text).toContain('yzt_http_request_seconds_count{method="GET",route="/api/people/:id",status="200"} 2')
  expect(text).toContain('yzt_job_seconds_count{job="licensing.print",outcome="dead"} 1')
  expect(figure(text, 'yzt_ledger_sealed_total')).toBe(7)
})

test('what the database knows is asked from it: connections, lines without a seal, dead jobs', async () => {
  const metrics = createMetrics({ pool: base.database.pool })
  expect(figure(await metrics.text(), 'yzt_ledger_unsealed_seconds')).toBe(0)
  await base.database.within({ areas: 'all' }, async tx => {
    await writeAudit(tx, { actor: 'system', action: 'a', outcome: 'allowed' })
    for (const maxAttempts of [1, 5]) await enqueue(tx, 'test.dead', {}, { maxAttempts })
  })
  await base.database.pool.query('update graphile_worker._private_jobs set attempts = 1')
  const text = await metrics.text()
  expect(figure(text, 'yzt_ledger_unsealed_seconds')).toBeGreaterThan(0)
  expect(figure(text, 'yzt_jobs_dead')).toBe(1)
  expect(figure(text, 'yzt_database_connections')).toBeGreaterThan(0)
  expect(figure(text, 'yzt_database_waiting')).toBe(0)
})

test('when the database is away the page of figures still comes, and says unknown', async () => {
  const pool = new pg.Pool({ connectionString: 'postgres://nobody:x@127.0.0.1:1/none' })
  const text = await createMetrics({ pool }).text()
  expect(figure(text, 'yzt_ledger_unsealed_seconds')).toBeNaN()
  expect(text).toContain('yzt_jobs_dead Nan')
  expect(figure(text, 'yzt_database_connections')).toBe(0)
  await pool.end()
})

test('two servers in one process keep their figures apart', async () => {
  const [one, other] = [createMetrics({ pool: base.database.pool }), createMetrics({ pool: base.database.pool })]
  one.sealed(3)
  expect(figure(await other.text(), 'yzt_ledger_sealed_total')).toBe(0)
})

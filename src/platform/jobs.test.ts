import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import pg from 'pg'
import Type from 'typebox'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/database/harness.ts'
import {
  defineJob,
  enqueue,
  type JobDefinition,
  migrateJobs,
  type Schedule,
  startWorkers,
  type Workers,
} from './jobs.ts'
import { createLogger } from './log.ts'
import type { Services } from './module.ts'

let base: TestDatabase
let open: Workers[]
let lines: string[]
let outcomes: string[]

beforeEach(async () => {
  base = await createTestDatabase()
  open = []
  lines = []
  outcomes = []
})
afterEach(async () => {
  for (const workers of open) await workers.stop()
  await base.drop()
})

const within = (work: (tx: Parameters<typeof enqueue>[0]) => Promise<void>) =>
  base.database.within({ areas: 'all' }, work)
const add = (name: string, payload: unknown, options?: Parameters<typeof enqueue>[3]) =>
  within(tx => enqueue(tx, name, payload, options))
const rows = async (sql: string) => (await base.database.pool.query(sql)).rows
const waiting = () =>
  rows(
    'select task_identifier as name, attempts, locked_by is not null as locked from graphile_worker.jobs order by id',
  )

async function work(jobs: JobDefinition[], schedules: Schedule[] = []): Promise<Workers> {
  const log = createLogger({ level: 'info', destination: { write: line => void lines.push(line) } })
  const workers = await startWorkers({
    connectionString: base.appUrl,
    jobs,
    schedules,
    services: { log } as Services,
    metrics: { jobEnded: (job, outcome) => void outcomes.push(`${job} ${outcome}`) },
    sweepEveryMs: 250,
  })
  open.push(workers)
  return workers
}

/** A job that notes its payload and how often it was tried. */
function noting(name = 'test.note') {
  const seen: string[] = []
  const job = defineJob({
    name,
    schema: Type.Object({ word: Type.String() }),
    handle: async ({ word }, { attempt }) => void seen.push(`${word} ${attempt}`),
  })
  return { job, seen }
}

describe('a job', () => {
  test('exists when its transaction commits, and does not when it is rolled back', async () => {
    const { job, seen } = noting()
    await work([job])
    await within(async tx => {
      await enqueue(tx, 'test.note', { word: 'undone' })
      throw new Error('rolled back')
    }).catch(() => undefined)
    await add('test.note', { word: 'done' })
    await expect.poll(() => seen).toEqual(['done 1'])
    await expect.poll(waiting).toEqual([])
    expect(outcomes).toEqual(['test.note done'])
  })

  test('of the same key replaces the one that still waits, and waits for its time', async () => {
    const runAt = Temporal.Now.instant().add({ hours: 1 })
    await add('test.note', { word: 'old' }, { key: 'k', runAt })
    await add('test.note', { word: 'later' }, { runAt })
    await add('test.note', { word: 'new' }, { key: 'k' })
    const { job, seen } = noting()
    await work([job])
    await expect.poll(() => seen).toEqual(['new 1'])
    await expect.poll(waiting).toHaveLength(1)
  })

  test('with a payload of another shape never reaches its handler', async () => {
    const { job, seen } = noting()
    await work([job])
    await add('test.note', { word: 440785 }, { maxAttempts: 1 })
    await expect.poll(() => outcomes).toEqual(['test.note dead'])
    expect(seen).toEqual([])
  })

  test('of a queue waits for the one before it', async () => {
    const order: string[] = []
    const job = defineJob({
      name: 'test.slow',
      schema: Type.Object({ word: Type.String() }),
      handle: async ({ word }) => {
        order.push(`${word} begins`)
        await new Promise(resolve => setTimeout(resolve, 50))
        order.push(`${word} ends`)
      },
    })
    await work([job])
    for (const word of ['a', 'b']) await add('test.slow', { word }, { queue: 'one-by-one' })
    await expect.poll(() => order).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
  })
})

describe('a job that fails', () => {
  const failing = (name: string) =>
    defineJob({
      name,
      schema: Type.Object({}),
      handle: async () => {
        throw new Error('no row for "440785199001011234" 张三')
      },
    })

  test('is tried again until no try is left, then lies dead and is reported; other jobs go on', async () => {
    const { job, seen } = noting()
    await work([failing('test.poison'), job])
    await add('test.poison', {}, { maxAttempts: 2 })
    await expect.poll(() => outcomes).toEqual(['test.poison failed'])
    await add('test.note', { word: 'beside' })
    await expect.poll(() => seen).toEqual(['beside 1'])
    await base.database.pool.query('update graphile_worker._private_jobs set run_at = now()')
    await expect.poll(() => outcomes).toContain('test.poison dead')
    await expect.poll(waiting).toEqual([{ name: 'test.poison', attempts: 2, locked: false }])
    expect(lines.join('')).toContain('job is dead: no try left')
  })

  test('has five tries unless told otherwise', async () => {
    await add('test.poison', {})
    expect(await rows('select max_attempts from graphile_worker.jobs')).toEqual([{ max_attempts: 5 }])
  })

  test('leaves nothing personal in the log or beside the job', async () => {
    await work([failing('test.poison')])
    await add('test.poison', {}, { maxAttempts: 1 })
    await expect.poll(() => outcomes).toEqual(['test.poison dead'])
    await expect
      .poll(async () => (await rows('select last_error from graphile_worker.jobs'))[0]?.last_error)
      .toContain('no row for …')
    const [stored] = await rows('select last_error from graphile_worker.jobs')
    for (const text of [stored?.last_error, lines.join('')]) expect(text).not.toMatch(/4407|张三/u)
  })
})

describe('a worker that dies', () => {
  /** A process that works on `test.long`: notes the try in a table, then hangs or exits. */
  async function startElsewhere(deed: 'hangs' | 'exits') {
    const at = (path: string) => JSON.stringify(join(import.meta.dirname, path))
    const script = `
      const { defineJob, startWorkers } = await import(${at('jobs.ts')})
      const { createLogger } = await import(${at('log.ts')})
      const { default: Type } = await import('typebox')
      const handle = async () => {
        process.stdout.write('working\\n')
        ${deed === 'exits' ? 'setTimeout(() => process.exit(1), 20)' : ''}
        await new Promise(() => setInterval(() => undefined, 1000))
      }
      await startWorkers({ connectionString: ${JSON.stringify(base.appUrl)}, schedules: [], metrics: { jobEnded() {} },
        services: { log: createLogger({ level: 'silent' }) },
        jobs: [defineJob({ name: 'test.long', schema: Type.Object({ word: Type.String() }), handle })] })`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      cwd: import.meta.dirname,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const exit = once(child, 'exit')
    await Promise.race([once(child.stdout, 'data'), exit])
    return { child, exit }
  }

  test('with -9 in mid-job: another finishes the job within seconds', async () => {
    await add('test.long', { word: 'taken over' })
    const elsewhere = await startElsewhere('hangs')
    const { job, seen } = noting('test.long')
    await work([job])
    elsewhere.child.kill('SIGKILL')
    await elsewhere.exit
    await expect.poll(() => seen).toEqual(['taken over 2'])
    expect(lines.join('')).toContain('freed the jobs of dead workers')
  })

  test('at every try: the job ends as dead and is reported, and the next job of the queue is done', async () => {
    await add('test.long', { word: 'deadly' }, { maxAttempts: 1, queue: 'papers' })
    await (await startElsewhere('exits')).exit
    const { job, seen } = noting('test.long')
    await work([job])
    await add('test.long', { word: 'harmless' }, { queue: 'papers' })
    await expect.poll(() => seen).toEqual(['harmless 1'])
    await expect.poll(() => outcomes).toContain('test.long dead')
    expect(lines.join('')).toContain('its worker died at the last try')
  })
})

describe('a worker that lives', () => {
  test('keeps its long job, however often others look', async () => {
    let finish: () => void = () => undefined
    let tries = 0
    const job = defineJob({
      name: 'test.long',
      schema: Type.Object({}),
      handle: () => {
        tries += 1
        return new Promise<void>(resolve => {
          finish = resolve
        })
      },
    })
    await work([job])
    await work([job])
    await add('test.long', {})
    await expect.poll(() => tries).toBe(1)
    await new Promise(resolve => setTimeout(resolve, 1500)) // six looks of each sweeper
    expect(await waiting()).toEqual([{ name: 'test.long', attempts: 1, locked: true }])
    finish()
    await expect.poll(waiting).toEqual([])
    expect(tries).toBe(1)
  })

  test('takes no job before its beacon burns', async () => {
    const light = Promise.withResolvers<void>()
    const query: (...args: unknown[]) => unknown = pg.Client.prototype.query
    const slow = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
      this: pg.Client,
      ...args: unknown[]
    ) {
      const text = String(args[0])
      return text.includes('pg_advisory_lock(7311')
        ? light.promise.then(() => query.apply(this, args))
        : query.apply(this, args)
    })
    const { job, seen } = noting()
    await work([job])
    await add('test.note', { word: 'early' })
    await new Promise(resolve => setTimeout(resolve, 500))
    expect(await waiting()).toMatchObject([{ name: 'test.note', attempts: 0, locked: false }])
    light.resolve()
    await expect.poll(() => seen).toEqual(['early 1'])
    slow.mockRestore()
  })

  test('starts a new shift when its beacon is cut off', async () => {
    const { job, seen } = noting()
    await work([job])
    await base.database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'yzt job beacon' and datname = current_database()`,
    )
    await expect.poll(() => lines.join('')).toContain('starting new ones')
    await add('test.note', { word: 'after' })
    await expect.poll(() => seen).toEqual(['after 1'])
  })

  test('finishes its job before it stops', async () => {
    let done = false
    const job = defineJob({
      name: 'test.slow',
      schema: Type.Object({}),
      handle: async () => {
        await new Promise(resolve => setTimeout(resolve, 300))
        done = true
      },
    })
    const workers = await work([job])
    await add('test.slow', {})
    await expect.poll(async () => (await waiting())[0]?.locked).toBe(true)
    await workers.stop()
    open.pop()
    expect(done).toBe(true)
    expect(await waiting()).toEqual([])
  })
})

test('a scheduled job missed while the server was down is made up for, with the payload as declared', async () => {
  const { job, seen } = noting()
  const before = Temporal.Now.instant().subtract({ minutes: 3 }).toString()
  await base.database.pool.query(
    `insert into graphile_worker._private_known_crontabs (identifier, known_since, last_execution) values ($1, $2, $2)`,
    ['test.note * * * * *', before],
  )
  await work([job], [{ job: 'test.note', match: '* * * * *', payload: { word: 'by the clock' } }])
  await expect.poll(() => seen.length).toBeGreaterThan(0)
  expect(seen[0]).toBe('by the clock 1')
})

test('the tables of the queue can be brought up to date again and again, by two at once', async () => {
  await Promise.all([migrateJobs(base.ownerUrl), migrateJobs(base.ownerUrl)])
  await expect(base.database.pool.query('delete from graphile_worker.migrations')).rejects.toThrow(/permission denied/u)
})

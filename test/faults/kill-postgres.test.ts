import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Result } from '#kernel/refusal'
import { openRenewalHouse, type RenewalHouse } from '../../src/modules/licensing/testing/renewal-house.ts'
import { migrate, readMigrations } from '../../src/platform/database/migrate.ts'
import { isDatabaseAway, openDatabase } from '../../src/platform/database.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { migrateJobs } from '../../src/platform/jobs.ts'
import { type ActPlan, runAct } from './acts.ts'
import { makePlan, numberFaults, tracesOf } from './county.ts'
import { hookStatements, momentsOf, type Phase } from './strike.ts'

/** Recovery asks the file system once instead of every file; durability is the same. */
const quick = { recovery_init_sync_method: 'syncfs' }

let folder: string
let server: EmbeddedPostgres
let house: RenewalHouse

/** A cluster of its own: what is killed here takes every session of the server with it. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yzt-kill-'))
  await chmod(folder, 0o755)
  server = await startEmbeddedPostgres({ folder: join(folder, 'pg'), settings: quick, log: () => undefined })
  await migrate(server.ownerUrl, await readMigrations(join(import.meta.dirname, '../../src')))
  await migrateJobs(server.ownerUrl)
  const database = openDatabase(server.appUrl, { connections: 2 })
  const { ownerUrl, appUrl, superUrl } = server
  house = await openRenewalHouse({ test: { ownerUrl, appUrl, superUrl, database, drop: () => database.close() } })
})
afterAll(async () => {
  await house.close()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

/** The whole server, postmaster first: the children end when they see it gone. */
async function killPostmaster(): Promise<void> {
  const pid = Number((await readFile(join(folder, 'pg/cluster/postmaster.pid'), 'utf8')).split('\n')[0])
  process.kill(pid, 'SIGKILL')
}

async function untilBack(): Promise<void> {
  for (;;) {
    const client = new pg.Client({ connectionString: server.appUrl, connectionTimeoutMillis: 2_000 })
    client.on('error', () => undefined)
    const up = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => undefined)
    if (up) return
    await sleep(30)
  }
}

/** Runs the act with the database dying at the statement; the caller sees an error that says "the database is away". */
async function strikeAt(plan: ActPlan, at: number, phase: Phase, kill: (backend: number) => void): Promise<boolean> {
  const database = openDatabase(server.appUrl, { connections: 1 })
  hookStatements(database.pool, { at, phase, strike: kill })
  try {
    await runAct(plan, database, house.keyring)
    return false
  } catch (error) {
    if (!isDatabaseAway(error)) throw error
    return true
  } finally {
    await database.close().catch(() => undefined)
  }
}

/** What every caller does who is told 503: again, once the database is back. A kill is felt by each kept connection in its own time. */
async function whenBack<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!isDatabaseAway(error)) throw error
      await untilBack()
    }
  }
}

const again = (plan: ActPlan): Promise<Result<unknown>> =>
  whenBack(() => runAct(plan, house.test.database, house.keyring))
/** Tried again it is another shop, so that nothing half made is in the way. */
const newPlan = (name: ActPlan['name']): Promise<ActPlan> => whenBack(() => makePlan(house, name))
const tracesNow = (plan: ActPlan) => whenBack(() => tracesOf(house, plan))

async function statementsOf(name: ActPlan['name']): Promise<number> {
  const plan = await newPlan(name)
  await untilBack()
  const database = openDatabase(server.appUrl, { connections: 1 })
  const seen = hookStatements(database.pool)
  await runAct(plan, database, house.keyring)
  await database.close()
  return seen()
}

const allOr = (n: number, traces: object) => Object.fromEntries(Object.keys(traces).map(name => [name, n]))

describe.each(['submit', 'submitNew', 'issue'] as const)('kill -9 of PostgreSQL in %s', name => {
  it('at every statement: no acknowledged act is lost, none is there twice', async () => {
    const statements = await statementsOf(name)
    for (const [turn, [at, phase]] of momentsOf(statements, 2).entries()) {
      // One session of the server, or the whole of it; either way every transaction that ran is undone.
      const victim = turn % 2 === 0 ? 'backend' : 'postmaster'
      const plan = await newPlan(name)
      let killing = Promise.resolve()
      const struck = await strikeAt(plan, at, phase, backend => {
        if (victim === 'backend') process.kill(backend, 'SIGKILL')
        else killing = killPostmaster()
      })
      await killing
      await untilBack()
      const moment = `${name}, statement ${at} of ${statements}, ${phase}, ${victim}`
      const left = await tracesNow(plan)
      // Answered by the database is kept by the database, even if it died in the same breath.
      if (phase === 'after' || !struck) expect(left, moment).toEqual(allOr(1, left))
      else expect([allOr(0, left), allOr(1, left)], moment).toContainEqual(left)
      const first = await again(plan)
      expect(first, moment).toMatchObject({ ok: true })
      expect(await again(plan), moment).toEqual(first)
      expect(await tracesNow(plan), moment).toEqual(allOr(1, left))
    }
    expect(await whenBack(() => numberFaults(house))).toEqual([])
  })
})

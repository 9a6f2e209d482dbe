import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/database/harness.ts'
import { type Keyring, openKeyring } from '../keyring.ts'
import { createLogger } from '../log.ts'
import { unsealedSeconds } from './age.ts'
import { genesis } from './seal.ts'
import { sealOnce, startSealer } from './sealer.ts'
import { headOf, verifyLedger } from './verify.ts'
import { type AuditEntry, writeAudit } from './write.ts'
import { writeSeal } from './write-seal.ts'

let folder: string
let keyring: Keyring
let base: TestDatabase
let superuser: pg.Client
let app: pg.PoolClient

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yzt-sealing-'))
  keyring = await openKeyring(join(folder, 'keys'), { create: true })
})
afterAll(() => rm(folder, { recursive: true }))
beforeEach(async () => {
  base = await createTestDatabase({ connections: 12 })
  superuser = new pg.Client({ connectionString: base.superUrl })
  await superuser.connect()
  app = await base.database.pool.connect()
})
afterEach(async () => {
  await superuser.end()
  app.release()
  await base.drop()
})

const entry: AuditEntry = { actor: 'terminal:7', action: 'licensing.submit', outcome: 'allowed' }
const write = (more: Partial<AuditEntry> = {}) =>
  base.database.within({ areas: 'all' }, tx => writeAudit(tx, { ...entry, ...more }))
const seal = () => sealOnce(app, keyring)
/** Seals until nothing waits: an open transaction anywhere on the server, of another test too, holds lines back. */
const sealAll = async () => {
  const sizes: number[] = []
  do {
    const sealed = await seal()
    if (sealed !== undefined) sizes.push(sealed.entries)
    else await new Promise(resolve => setTimeout(resolve, 5))
  } while ((await unsealedSeconds(base.database.pool)) > 0)
  return sizes
}
const sum = (numbers: number[]) => numbers.reduce((left, right) => left + right, 0)
const verify = () => verifyLedger(superuser, keyring.ledgerPublicKeys())
/** As the superuser with triggers off: what no grant or trigger of ours could prevent. */
const force = async (sql: string, values: unknown[] = []) => {
  await superuser.query('set session_replication_role = replica')
  return superuser.query(sql, values)
}

describe('sealing', () => {
  test('covers every line once, chains the batches and signs the newest root', async () => {
    await write({ subject: '440785100001', reason: 'ok', requestId: 'r1', details: { copies: 2, remote: false } })
    expect(await sealAll()).toEqual([1])
    await write({ outcome: 'refused', reason: 'tooEarly' })
    await write({ outcome: 'failed' })
    expect(sum(await sealAll())).toBe(2)
    expect(await verify()).toMatchObject({ ok: true, entries: 3, unsealed: 0 })
  })

  test('of nothing writes nothing', async () => {
    expect(await seal()).toBeUndefined()
    expect(await verify()).toEqual({ ok: true, batches: 0, entries: 0, unsealed: 0 })
    await write()
    await sealAll()
    expect(await seal()).toBeUndefined()
  })

  test('waits for a transaction that is still open, whatever came after it, and tells the age of what waits', async () => {
    const slow = await base.database.pool.connect()
    await slow.query('begin')
    await slow.query(`insert into platform.audit_entry (actor, action, outcome) values ('slow', 'a', 'allowed')`)
    await write({ actor: 'quick' })
    expect(await seal()).toBeUndefined()
    expect(await unsealedSeconds(base.database.pool)).toBeGreaterThan(0)
    expect(await verify()).toMatchObject({ ok: true, entries: 0, unsealed: 1 })
    await slow.query('commit')
    slow.release()
    expect(sum(await sealAll())).toBe(2)
    expect(await unsealedSeconds(base.database.pool)).toBe(0)
  })

  test('leaves out what was rolled back', async () => {
    await base.database
      .within({ areas: 'all' }, async tx => {
        await writeAudit(tx, entry)
        throw new Error('rolled back')
      })
      .catch(() => undefined)
    await write()
    expect(await sealAll()).toEqual([1])
  })

  test('takes no more than 2,000 lines at once, but a transaction as a whole', async () => {
    const many = (count: number) =>
      app.query(
        `insert into platform.audit_entry (actor, action, outcome) select 'many', 'a', 'allowed' from generate_series(1, $1)`,
        [count],
      )
    for (const count of [2_500, 1_200, 1_400]) await many(count)
    expect(await sealAll()).toEqual([2_500, 1_200, 1_400])
    expect(await verify()).toMatchObject({ ok: true, entries: 5_100 })
  })

  test('one server at a time: who finds another at it does nothing', async () => {
    await write()
    const other = await base.database.pool.connect()
    await other.query('begin')
    await other.query('select pg_advisory_xact_lock(7313, 1)')
    expect(await seal()).toBeUndefined()
    await other.query('commit')
    other.release()
    expect(await sealAll()).toEqual([1])
  })

  test('tells when the clock of the database went back', async () => {
    await write()
    await sealAll()
    await force(`update platform.audit_seal set sealed_at = sealed_at + interval '1 minute'`)
    await write()
    await expect.poll(seal).toMatchObject({ clockWentBack: true })
  })
})

test('many writers, some slow, some undone, and three sealers at once: every line is sealed exactly once', async () => {
  const log = createLogger({ level: 'silent' })
  let counted = 0
  const metrics = {
    sealed: (entries: number) => {
      counted += entries
    },
  }
  const sealers = [1, 2, 3].map(() => startSealer({ pool: base.database.pool, keyring, everyMs: 5, log, metrics }))
  const writer = async (number: number) => {
    for (let turn = 0; turn < 25; turn += 1) {
      await base.database
        .within({ areas: 'all' }, async tx => {
          await writeAudit(tx, { ...entry, actor: `w${number}`, details: { turn } })
          if (turn % 5 === number % 5) await new Promise(resolve => setTimeout(resolve, 20))
          await writeAudit(tx, { ...entry, actor: `w${number}` })
          if (turn % 7 === 3) throw new Error('rolled back')
        })
        .catch(() => undefined)
    }
  }
  await Promise.all(Array.from({ length: 6 }, (_, number) => writer(number)))
  await expect.poll(() => unsealedSeconds(base.database.pool)).toBe(0)
  for (const sealer of sealers) await sealer.stop()
  const { rows } = await superuser.query('select count(*)::int as lines from platform.audit_entry')
  const report = await verify()
  expect(report).toMatchObject({ ok: true, entries: rows[0].lines, unsealed: 0 })
  expect(counted).toBe(rows[0].lines)
}, 40_000)

test('the tenth batch and the hundredth follow the ones before', async () => {
  for (let batch = 1; batch <= 101; batch += 1) {
    await write()
    await sealAll()
  }
  expect(await verify()).toMatchObject({ ok: true, batches: 101, entries: 101, unsealed: 0 })
}, 40_000)

test('a sealer outlives a database that is away, and says so once', async () => {
  const lines: string[] = []
  const log = createLogger({ level: 'error', destination: { write: line => void lines.push(line) } })
  let away = true
  const pool = {
    connect: () => (away ? Promise.reject(new Error('away')) : base.database.pool.connect()),
  } as unknown as pg.Pool
  const sealed: number[] = []
  const sealer = startSealer({ pool, keyring, everyMs: 5, log, metrics: { sealed: count => void sealed.push(count) } })
  await sealer.ready
  await write()
  await new Promise(resolve => setTimeout(resolve, 50))
  expect(lines).toHaveLength(1)
  away = false
  await expect.poll(() => sealed).toEqual([1])
  await sealer.stop()
})

describe('the app role', () => {
  const deeds = [
    `update platform.audit_entry set actor = 'x'`,
    'delete from platform.audit_entry',
    'truncate platform.audit_entry',
    `insert into platform.audit_entry (actor, action, outcome, at) values ('x', 'a', 'allowed', now())`,
    `insert into platform.audit_entry (actor, action, outcome, txid) values ('x', 'a', 'allowed', '5')`,
    `insert into platform.audit_entry (actor, action, outcome, era) values ('x', 'a', 'allowed', 9)`,
    `insert into platform.audit_entry (seq, actor, action, outcome) overriding system value values (1, 'x', 'a', 'allowed')`,
    `update platform.audit_seal set signature = ''`,
    'delete from platform.audit_seal',
    'alter table platform.audit_entry disable trigger all',
  ]

  test('can neither change lines and seals nor choose what the database says of a line', async () => {
    await write()
    await sealAll()
    for (const sql of deeds) await expect(app.query(sql), sql).rejects.toThrow(/permission denied|must be owner/u)
  })

  test('nor can the owner by mistake', async () => {
    await write()
    const owner = new pg.Client({ connectionString: base.ownerUrl })
    await owner.connect()
    for (const sql of [
      `update platform.audit_entry set actor = 'x'`,
      'delete from platform.audit_seal',
      'truncate platform.audit_entry',
    ])
      await expect(owner.query(sql)).rejects.toThrow(/never changed or removed/u)
    await owner.end()
  })
})

test('in a cluster whose transaction ids began anew, the old era is closed, a new one opened, and all is proved', async () => {
  const far = 3_000_000_000n
  for (let line = 0; line < 4; line += 1) await write({ details: { line } })
  // As it comes out of a dump: ids of another cluster, three lines sealed there, one written just before the copy.
  await force(`update platform.audit_entry set txid = ($1::bigint + seq)::text::xid8`, [String(far)])
  const last = { batch: 0n, era: 1, to: 0n, sealedAt: 0, ...genesis }
  await writeSeal(superuser, keyring, { last, range: { era: 1, from: 0n, to: far + 4n }, more: false })
  await write({ actor: 'first of the new life' })
  expect(await verify()).toMatchObject({ ok: true, entries: 3, unsealed: 2 })

  expect(await seal()).toMatchObject({ batch: 2, entries: 1, more: true })
  expect(await unsealedSeconds(base.database.pool)).toBeGreaterThan(0)
  expect(sum(await sealAll())).toBe(1)
  await write()
  expect(await sealAll()).toEqual([1])
  expect(await verify()).toMatchObject({ ok: true, entries: 6, unsealed: 0 })
  const { rows } = await superuser.query(
    'select era, count(*)::int as lines from platform.audit_entry group by era order by era',
  )
  expect(rows).toEqual([
    { era: 1, lines: 4 },
    { era: 2, lines: 2 },
  ])
})

test('a restored database nobody wrote to yet begins its era with a seal of no lines', async () => {
  const last = { batch: 0n, era: 1, to: 0n, sealedAt: 0, ...genesis }
  await write()
  await force(`update platform.audit_entry set txid = '3000000000'`)
  await writeSeal(superuser, keyring, { last, range: { era: 1, from: 0n, to: 3_000_000_001n }, more: false })
  expect(await seal()).toMatchObject({ batch: 2, entries: 0 })
  await write()
  expect(await sealAll()).toEqual([1])
  expect(await verify()).toMatchObject({ ok: true, batches: 3, entries: 2 })
})

test('the head is the newest seal in short, and nothing before the first', async () => {
  expect(await headOf(superuser)).toMatchObject({ batch: 0, entries: 0, signature: '' })
  await write()
  await sealAll()
  await write()
  await sealAll()
  const head = await headOf(superuser)
  expect(head).toMatchObject({ batch: 2, entries: 2, root: expect.stringMatching(/^[0-9a-f]{64}$/u) })
  expect(Date.parse(head.at)).toBeGreaterThan(0)
})

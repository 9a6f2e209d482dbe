import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/database/harness.ts'
import { makeSm2KeyPair } from '../crypto.ts'
import { type Keyring, openKeyring } from '../keyring.ts'
import { type Line, leafOf, lineColumns } from './line.ts'
import { rootOf, type SignedSeal, sealColumns, signRoot } from './seal.ts'
import { sealOnce } from './sealer.ts'
import { headOf, type LedgerHead, type LedgerReport, verifyLedger } from './verify.ts'

let folder: string
let keyring: Keyring
let base: TestDatabase
/** The superuser with triggers off: nothing but the seals stands against him. */
let superuser: pg.Client
let head: LedgerHead
const batches = 8
const perBatch = 7
const lines = batches * perBatch

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yzt-verify-'))
  keyring = await openKeyring(join(folder, 'keys'), { create: true })
  base = await createTestDatabase()
  superuser = new pg.Client({ connectionString: base.superUrl })
  await superuser.connect()
  for (let batch = 0; batch < batches; batch += 1) {
    for (let line = 0; line < perBatch; line += 1)
      await superuser.query(
        `insert into platform.audit_entry (actor, action, subject, outcome, reason, request_id, details)
         values ($1, 'licensing.submit', $2, 'allowed', $3, $4, $5)`,
        [
          `staff:${line}`,
          line % 2 ? null : `4407851000${batch}${line}`,
          line % 3 ? 'ok' : null,
          `r-${batch}-${line}`,
          { batch, line },
        ],
      )
    await sealOnce(superuser, keyring)
  }
  await superuser.query(`insert into platform.audit_entry (actor, action, outcome) values ('new', 'a', 'allowed')`)
  head = await headOf(superuser)
  await superuser.query('set session_replication_role = replica')
  await superuser.query(
    'create table kept_entry as table platform.audit_entry; create table kept_seal as table platform.audit_seal',
  )
})
afterAll(async () => {
  await superuser.end()
  await base.drop()
  await rm(folder, { recursive: true })
})
beforeEach(restore)

async function restore(): Promise<void> {
  await superuser.query(`truncate platform.audit_entry, platform.audit_seal;
    insert into platform.audit_entry overriding system value table kept_entry; insert into platform.audit_seal table kept_seal`)
}
const run = (sql: string, values: unknown[] = []) => superuser.query(sql, values)
const verify = (saved?: LedgerHead): Promise<LedgerReport> => verifyLedger(superuser, keyring.ledgerPublicKeys(), saved)

test('an untouched ledger is proved, with and without its head', async () => {
  const report = { ok: true, batches, entries: lines, unsealed: 1 }
  expect(await verify()).toEqual(report)
  expect(await verify(head)).toEqual(report)
})

/** For every column of a line: an expression that certainly gives another value. */
const otherValue: Readonly<Record<string, string>> = {
  at: `at + interval '1 microsecond'`,
  actor: `actor || ' '`,
  action: `upper(action)`,
  subject: `case when subject is null then '' else null end`,
  outcome: `case outcome when 'allowed' then 'refused' else 'allowed' end`,
  reason: `case when reason is null then '' else reason || '1' end`,
  request_id: `reverse(request_id) || 'x'`,
  details: `details || '{"line": 99}'`,
}

describe('a superuser changes the ledger behind our back', () => {
  test('every column of every kind of line: the line is named', async () => {
    for (const [column, value] of Object.entries(otherValue)) {
      for (const seq of [1, 2, 3, perBatch, perBatch + 1, 31, lines]) {
        await run(`update platform.audit_entry set ${column} = ${value} where seq = $1`, [seq])
        const problem = { kind: 'altered', seq, batch: Math.ceil(seq / perBatch) }
        expect(await verify(), `${column} of ${seq}`).toMatchObject({ ok: false, problem })
        await restore()
      }
    }
  }, 60_000)

  test('a time that is only said differently is no change; another century of the same digits is', async () => {
    await run(`set time zone 'Asia/Shanghai'; set datestyle = 'German'`)
    expect(await verify()).toMatchObject({ ok: true })
    await run(
      `set time zone 'UTC'; set datestyle = 'ISO'; update platform.audit_entry set at = (at::text || ' BC')::timestamptz where seq = 5`,
    )
    expect(await verify()).toMatchObject({ problem: { kind: 'altered', seq: 5 } })
  })

  test('lines taken out, put in, renumbered, moved to another batch or swapped: the first such line is named', async () => {
    const seq = fc.integer({ min: 1, max: lines })
    const deed = fc.oneof(
      fc.record({ deed: fc.constant('delete' as const), a: seq, b: seq }),
      fc.record({ deed: fc.constant('insert' as const), a: seq, b: seq }),
      fc.record({ deed: fc.constant('renumber' as const), a: seq, b: seq }),
      fc.record({ deed: fc.constant('move' as const), a: seq, b: seq }),
      fc.record({ deed: fc.constant('era' as const), a: seq, b: seq }),
      fc.record({ deed: fc.constant('swap' as const), a: seq, b: seq }),
    )
    const sql = {
      delete: `delete from platform.audit_entry where seq = $1 or seq = $2`,
      insert: `insert into platform.audit_entry (seq, at, era, txid, actor, action, outcome) overriding system value
        select 1000 + seq + $2 * 0, at, era, txid, actor, action, outcome from platform.audit_entry where seq = $1`,
      renumber: `update platform.audit_entry set seq = seq + 1000 + $2 * 0 where seq = $1`,
      move: `update platform.audit_entry set txid = (select txid from platform.audit_entry where seq = $2) where seq = $1`,
      era: `update platform.audit_entry set era = 2 + ($2 % 3) where seq = $1`,
      swap: `update platform.audit_entry e set seq = o.new from
        (values ($1::bigint, -$2::bigint), ($2, -$1)) o(old, new) where e.seq = o.old`,
    }
    const batchOf = (n: number) => Math.ceil(n / perBatch)
    await fc.assert(
      fc.asyncProperty(deed, async ({ deed, a, b }) => {
        if (deed === 'swap' && a === b) return
        if (deed === 'move' && batchOf(a) === batchOf(b) && a === b) return
        await run(sql[deed], [a, b])
        if (deed === 'swap') await run('update platform.audit_entry set seq = -seq where seq < 0')
        const report = await verify()
        await restore()
        expect(report.ok, JSON.stringify({ deed, a, b })).toBe(false)
        const first = Math.min(a, b)
        if (deed === 'delete') expect(report.problem).toEqual({ kind: 'missing', seq: first, batch: batchOf(first) })
        if (deed === 'insert') expect(report.problem).toEqual({ kind: 'inserted', seq: 1000 + a, batch: batchOf(a) })
        if (deed === 'renumber' || deed === 'era')
          expect(report.problem).toEqual({ kind: 'missing', seq: a, batch: batchOf(a) })
        if (deed === 'swap') expect(report.problem).toMatchObject({ seq: first, batch: batchOf(first) })
      }),
      { numRuns: 250 },
    )
  }, 90_000)

  test('every column of every seal, and seals taken out', async () => {
    const changes = {
      era: 'era + 1',
      from_txid: `(from_txid::text::bigint + 1)::text::xid8`,
      to_txid: `(to_txid::text::bigint + 1)::text::xid8`,
      first_seq: 'first_seq + 1',
      last_seq: 'null',
      root: `set_byte(root, 31, 255 - get_byte(root, 31))`,
      previous: `set_byte(previous, 0, 255 - get_byte(previous, 0))`,
      leaves: `set_byte(leaves, 47, 255 - get_byte(leaves, 47))`,
      sealed_at: `sealed_at - interval '1 microsecond'`,
      signature: `translate(signature, 'a', 'b')`,
      'signature ': `upper(signature)`,
    }
    for (const batch of [1, 4, batches]) {
      for (const [column, value] of Object.entries(changes)) {
        await run(`update platform.audit_seal set ${column.trim()} = ${value} where batch = $1`, [batch])
        const report = await verify()
        const kind = column.startsWith('signature') ? 'signature' : 'chain'
        expect(report, `${column} of ${batch}`).toMatchObject({ ok: false, problem: { kind, batch } })
        await restore()
      }
      if (batch === batches) continue
      await run('delete from platform.audit_seal where batch = $1', [batch])
      expect(await verify()).toMatchObject({ problem: { kind: 'chain', batch } })
      await restore()
    }
  }, 60_000)

  test('a line together with its leaf and every later root, signed with another key', async () => {
    const thief = makeSm2KeyPair()
    await run(`update platform.audit_entry set actor = 'staff:none' where seq = 20`)
    await forgeFrom(3, thief)
    expect(await verify()).toMatchObject({ ok: false, problem: { kind: 'signature', batch: 3 } })
    expect(await verify(head)).toMatchObject({ ok: false })
  })

  test('the same with the stolen key itself: only a head kept elsewhere shows it', async () => {
    await run(`update platform.audit_entry set actor = 'staff:none' where seq = 20`)
    await forgeFrom(3, keyring.ledger)
    expect(await verify()).toMatchObject({ ok: true })
    expect(await verify(head)).toMatchObject({ ok: false, problem: { kind: 'truncated', batch: batches } })
  })
})

/** Seals anew from a batch on, as somebody with a key would. */
async function forgeFrom(batch: number, key: { privateKey: string; publicKey: string }): Promise<void> {
  const { rows: seals } = await run(`select ${sealColumns} from platform.audit_seal order by audit_seal.batch`)
  let before: SignedSeal = seals[batch - 2]
  for (const old of seals.slice(batch - 1) as SignedSeal[]) {
    const { rows } = await superuser.query<Line>(
      `select ${lineColumns} from platform.audit_entry where txid >= $1::text::xid8 and txid < $2::text::xid8 order by audit_entry.seq`,
      [old.from_txid, old.to_txid],
    )
    const seal = { ...old, previous: before.root, leaves: Buffer.concat(rows.map(leafOf)) }
    const root = rootOf(seal, before.signature)
    before = { ...seal, root, signature: signRoot(key, seal.batch, root) }
    await run('update platform.audit_seal set previous = $2, leaves = $3, root = $4, signature = $5 where batch = $1', [
      seal.batch,
      seal.previous,
      seal.leaves,
      root,
      before.signature,
    ])
  }
}

describe('the newest part is cut off', () => {
  test('with its seals: the head shows from which batch', async () => {
    for (let keep = batches - 1; keep >= 0; keep -= 1) {
      await run('delete from platform.audit_seal where batch > $1', [keep])
      await run('delete from platform.audit_entry where seq > $1', [keep * perBatch])
      expect(await verify()).toMatchObject({ ok: true, batches: keep })
      expect(await verify(head)).toMatchObject({ ok: false, problem: { kind: 'truncated', batch: keep + 1 } })
    }
  })

  test('and the honest sealer went on: the head still shows it', async () => {
    await run('delete from platform.audit_seal where batch > 6')
    await run('delete from platform.audit_entry where seq > $1', [6 * perBatch])
    for (let more = 0; more < 3; more += 1) {
      await run(`insert into platform.audit_entry (actor, action, outcome) values ('later', 'a', 'allowed')`)
      await sealOnce(superuser, keyring)
    }
    expect(await verify()).toMatchObject({ ok: true, batches: 9 })
    expect(await verify(head)).toMatchObject({ ok: false, problem: { kind: 'truncated', batch: batches } })
  })

  test('a head that was itself forged, or is no head, proves nothing', async () => {
    const other = head.root.replace(/^./u, digit => (digit === '0' ? '1' : '0'))
    for (const wrong of [
      { ...head, root: other },
      { ...head, batch: 7 },
      { ...head, signature: '' },
      { batch: 'x' },
      {},
    ])
      expect(await verify(wrong as LedgerHead)).toMatchObject({ ok: false, problem: { kind: 'signature' } })
  })

  test('an older head fits a ledger that has grown', async () => {
    const { rows } = await run(`select encode(root, 'hex') as root, signature from platform.audit_seal where batch = 5`)
    expect(await verify({ ...head, batch: 5, root: rows[0].root, signature: rows[0].signature })).toMatchObject({
      ok: true,
    })
  })
})

describe('lines without a seal', () => {
  test('are new for four hours, and a problem after', async () => {
    await run(`update platform.audit_entry set at = at - interval '3 hours 59 minutes' where seq > $1`, [lines])
    expect(await verify()).toMatchObject({ ok: true, unsealed: 1 })
    await run(`update platform.audit_entry set at = at - interval '2 minutes' where seq > $1`, [lines])
    expect(await verify()).toMatchObject({ ok: false, problem: { kind: 'unsealed', seq: lines + 1 } })
  })

  test('in an era that is closed or not begun were put in', async () => {
    for (const era of [0, 3, -1]) {
      await run(`update platform.audit_entry set era = $2 where seq > $1`, [lines, era])
      expect(await verify(), `era ${era}`).toMatchObject({ ok: false, problem: { kind: 'inserted', seq: lines + 1 } })
    }
  })
})

test('a key that was changed since does not hide what the old one signed', async () => {
  const { ledgerPublicKeys } = await openKeyring(join(folder, 'other'), { create: true })
  expect(await verifyLedger(superuser, { ...ledgerPublicKeys(), ...keyring.ledgerPublicKeys() })).toMatchObject({
    ok: true,
  })
  expect(await verifyLedger(superuser, ledgerPublicKeys())).toMatchObject({ problem: { kind: 'signature', batch: 1 } })
})

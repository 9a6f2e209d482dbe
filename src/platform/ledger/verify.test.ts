import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openKeyring } from '../keyring.ts'
import { batches, lines, openSealedLedger, perBatch, type SealedLedger } from './testing/sealed-ledger.ts'
import type { LedgerHead } from './verify.ts'

let ledger: SealedLedger
beforeAll(async () => {
  ledger = await openSealedLedger()
})
afterAll(() => ledger.close())
beforeEach(() => ledger.restore())

test('an untouched ledger is proved, with and without its head', async () => {
  const report = { ok: true, batches, entries: lines, unsealed: 1 }
  expect(await ledger.verify()).toEqual(report)
  expect(await ledger.verify(ledger.head)).toEqual(report)
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
        await ledger.run(`update platform.audit_entry set ${column} = ${value} where seq = $1`, [seq])
        const problem = { kind: 'altered', seq, batch: Math.ceil(seq / perBatch) }
        expect(await ledger.verify(), `${column} of ${seq}`).toMatchObject({ ok: false, problem })
        await ledger.restore()
      }
    }
  }, 60_000)

  test('a time that is only said differently is no change; another century of the same digits is', async () => {
    await ledger.run(`set time zone 'Asia/Shanghai'; set datestyle = 'German'`)
    expect(await ledger.verify()).toMatchObject({ ok: true })
    await ledger.run(
      `set time zone 'UTC'; set datestyle = 'ISO'; update platform.audit_entry set at = (at::text || ' BC')::timestamptz where seq = 5`,
    )
    expect(await ledger.verify()).toMatchObject({ problem: { kind: 'altered', seq: 5 } })
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
        if (deed === 'move' && batchOf(a) === batchOf(b)) return
        await ledger.run(sql[deed], [a, b])
        if (deed === 'swap') await ledger.run('update platform.audit_entry set seq = -seq where seq < 0')
        const report = await ledger.verify()
        await ledger.restore()
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
        await ledger.run(`update platform.audit_seal set ${column.trim()} = ${value} where batch = $1`, [batch])
        const report = await ledger.verify()
        const kind = column.startsWith('signature') ? 'signature' : 'chain'
        expect(report, `${column} of ${batch}`).toMatchObject({ ok: false, problem: { kind, batch } })
        await ledger.restore()
      }
      if (batch === batches) continue
      await ledger.run('delete from platform.audit_seal where batch = $1', [batch])
      expect(await ledger.verify()).toMatchObject({ problem: { kind: 'chain', batch } })
      await ledger.restore()
    }
  }, 60_000)
})

describe('the newest part is cut off', () => {
  test('with its seals: the head shows from which batch', async () => {
    for (let keep = batches - 1; keep >= 0; keep -= 1) {
      await ledger.run('delete from platform.audit_seal where batch > $1', [keep])
      await ledger.run('delete from platform.audit_entry where seq > $1', [keep * perBatch])
      expect(await ledger.verify()).toMatchObject({ ok: true, batches: keep })
      expect(await ledger.verify(ledger.head)).toMatchObject({
        ok: false,
        problem: { kind: 'truncated', batch: keep + 1 },
      })
    }
  })

  test('and the honest sealer went on: the head still shows it', async () => {
    await ledger.run('delete from platform.audit_seal where batch > 6')
    await ledger.run('delete from platform.audit_entry where seq > $1', [6 * perBatch])
    for (let more = 0; more < 3; more += 1) {
      await ledger.run(`insert into platform.audit_entry (actor, action, outcome) values ('later', 'a', 'allowed')`)
      await ledger.seal()
    }
    expect(await ledger.verify()).toMatchObject({ ok: true, batches: 9 })
    expect(await ledger.verify(ledger.head)).toMatchObject({
      ok: false,
      problem: { kind: 'truncated', batch: batches },
    })
  })

  test('a head that was itself forged, or is no head, proves nothing', async () => {
    const other = ledger.head.root.replace(/^./u, digit => (digit === '0' ? '1' : '0'))
    for (const wrong of [
      { ...ledger.head, root: other },
      { ...ledger.head, batch: 7 },
      { ...ledger.head, signature: '' },
      { batch: 'x' },
      {},
    ])
      expect(await ledger.verify(wrong as LedgerHead)).toMatchObject({ ok: false, problem: { kind: 'signature' } })
  })

  test('an older head fits a ledger that has grown', async () => {
    const { rows } = await ledger.run(
      `select encode(root, 'hex') as root, signature from platform.audit_seal where batch = 5`,
    )
    expect(
      await ledger.verify({ ...ledger.head, batch: 5, root: rows[0].root, signature: rows[0].signature }),
    ).toMatchObject({
      ok: true,
    })
  })
})

describe('lines without a seal', () => {
  test('are new for four hours, and a problem after', async () => {
    await ledger.run(`update platform.audit_entry set at = at - interval '3 hours 59 minutes' where seq > $1`, [lines])
    expect(await ledger.verify()).toMatchObject({ ok: true, unsealed: 1 })
    await ledger.run(`update platform.audit_entry set at = at - interval '2 minutes' where seq > $1`, [lines])
    expect(await ledger.verify()).toMatchObject({ ok: false, problem: { kind: 'unsealed', seq: lines + 1 } })
  })

  test('in an era that is closed or not begun were put in', async () => {
    for (const era of [0, 3, -1]) {
      await ledger.run(`update platform.audit_entry set era = $2 where seq > $1`, [lines, era])
      expect(await ledger.verify(), `era ${era}`).toMatchObject({
        ok: false,
        problem: { kind: 'inserted', seq: lines + 1 },
      })
    }
  })
})

test('a key that was changed since does not hide what the old one signed', async () => {
  const { ledgerPublicKeys } = await openKeyring(join(ledger.folder, 'other'), { create: true })
  expect(await ledger.verifyBy({ ...ledgerPublicKeys(), ...ledger.keyring.ledgerPublicKeys() })).toMatchObject({
    ok: true,
  })
  expect(await ledger.verifyBy(ledgerPublicKeys())).toMatchObject({ problem: { kind: 'signature', batch: 1 } })
})

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeSm2KeyPair } from '../crypto.ts'
import { type Line, leafOf, lineColumns } from './line.ts'
import { genesis, rootOf, type SignedSeal, sealColumns, signRoot } from './seal.ts'
import { batches, openSealedLedger, type SealedLedger } from './testing/sealed-ledger.ts'

let ledger: SealedLedger
beforeAll(async () => {
  ledger = await openSealedLedger()
})
afterAll(() => ledger.close())
beforeEach(() => ledger.restore())

describe('a superuser changes a line, its leaf and every later root', () => {
  test('and signs with another key: the first such batch is named', async () => {
    const thief = makeSm2KeyPair()
    await ledger.run(`update platform.audit_entry set actor = 'staff:none' where seq = 20`)
    await forgeFrom(3, thief)
    expect(await ledger.verify()).toMatchObject({ ok: false, problem: { kind: 'signature', batch: 3 } })
    expect(await ledger.verify(ledger.head)).toMatchObject({ ok: false })
  })

  test('and signs with the stolen key itself: only a head kept elsewhere shows it', async () => {
    await ledger.run(`update platform.audit_entry set actor = 'staff:none' where seq = 20`)
    await forgeFrom(3, ledger.keyring.ledger)
    expect(await ledger.verify()).toMatchObject({ ok: true })
    expect(await ledger.verify(ledger.head)).toMatchObject({
      ok: false,
      problem: { kind: 'truncated', batch: batches },
    })
  })
})

describe('a thief of the key seals anew', () => {
  test.each([
    ['without the batch before', { previous: Buffer.alloc(32, 1) }],
    ['with a gap of transaction ids', { from_txid: '99999999' }],
    ['as another era', { era: '2' }],
  ])('%s: the seal is named', async (_, change) => {
    await forgeFrom(4, ledger.keyring.ledger, change)
    expect(await ledger.verify()).toMatchObject({ ok: false, problem: { kind: 'chain', batch: 4 } })
  })

  test('from the first batch with another era or beginning', async () => {
    for (const change of [{ era: '2' }, { from_txid: '1' }]) {
      await forgeFrom(1, ledger.keyring.ledger, change)
      expect(await ledger.verify()).toMatchObject({ ok: false, problem: { kind: 'chain', batch: 1 } })
      await ledger.restore()
    }
  })
})

/** Seals anew from a batch on, as somebody with a key would. */
async function forgeFrom(
  batch: number,
  key: { privateKey: string; publicKey: string },
  change: Partial<SignedSeal> = {},
): Promise<void> {
  const { rows: seals } = await ledger.run(`select ${sealColumns} from platform.audit_seal order by audit_seal.batch`)
  let before: Pick<SignedSeal, 'root' | 'signature'> = seals[batch - 2] ?? genesis
  for (const old of seals.slice(batch - 1) as SignedSeal[]) {
    const { rows } = await ledger.run(
      `select ${lineColumns} from platform.audit_entry where txid >= $1::text::xid8 and txid < $2::text::xid8 order by audit_entry.seq`,
      [old.from_txid, old.to_txid],
    )
    const own = old.batch === String(batch) ? change : {}
    const seal = {
      ...old,
      previous: before.root,
      leaves: Buffer.concat(rows.map((line: Line) => leafOf(line))),
      ...own,
    }
    const root = rootOf(seal, before.signature)
    before = { ...seal, root, signature: signRoot(key, seal.batch, root) }
    await ledger.run(
      `update platform.audit_seal set previous = $2, leaves = $3, root = $4, signature = $5,
        from_txid = $6::text::xid8, era = $7 where batch = $1`,
      [seal.batch, seal.previous, seal.leaves, root, before.signature, seal.from_txid, seal.era],
    )
  }
}

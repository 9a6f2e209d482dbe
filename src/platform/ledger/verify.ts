import type pg from 'pg'
import { Value } from 'typebox/value'
import { LedgerHead } from './head.ts'
import { isSigned } from './seal.ts'
import { lookAtTail } from './tail.ts'
import { type LedgerProblem, walkSeals } from './walk.ts'

export { headOf, LedgerHead } from './head.ts'

export interface LedgerReport {
  readonly ok: boolean
  /** Seals and lines proved before the end, or before the problem. */
  readonly batches: number
  readonly entries: number
  /** Lines too new to be sealed. */
  readonly unsealed: number
  /** The first thing found wrong. */
  readonly problem?: LedgerProblem
}

/**
 * Proves the ledger (核验): every line against its seal, every seal against the one before, the newest by its signature,
 * and all against a head saved elsewhere. Reads one snapshot; changes nothing; needs no trust in the database or its
 * superuser. What it cannot see without a head: that the newest seals were cut off together with their lines.
 *
 * @param publicKeys all keys the ledger ever had, by key id.
 */
export async function verifyLedger(
  client: pg.ClientBase,
  publicKeys: Readonly<Record<string, string>>,
  head?: LedgerHead,
): Promise<LedgerReport> {
  await client.query('begin isolation level repeatable read read only')
  try {
    return await verifySnapshot(client, Object.values(publicKeys), head)
  } finally {
    await client.query('rollback')
  }
}

async function verifySnapshot(
  client: pg.ClientBase,
  keys: readonly string[],
  head: LedgerHead | undefined,
): Promise<LedgerReport> {
  const saved = headSeal(head)
  if (head !== undefined && head.batch !== 0 && (saved === undefined || !isSigned(keys, saved)))
    return { ok: false, batches: 0, entries: 0, unsealed: 0, problem: { kind: 'signature', batch: Number(head.batch) } }
  const { walk, problem } = await walkSeals(client, keys, saved)
  if (problem !== undefined) return { ok: false, batches: walk.batches, entries: walk.entries, unsealed: 0, problem }
  const tail = await lookAtTail(client, walk.last)
  const proved = { batches: walk.batches, entries: walk.entries, unsealed: tail.unsealed }
  return tail.problem === undefined ? { ok: true, ...proved } : { ok: false, ...proved, problem: tail.problem }
}

function headSeal(head: LedgerHead | undefined): { batch: string; root: string; signature: string } | undefined {
  if (head === undefined || head.batch === 0 || !Value.Check(LedgerHead, head)) return undefined
  return { batch: String(head.batch), root: head.root, signature: head.signature }
}

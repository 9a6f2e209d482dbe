import type pg from 'pg'
import { genesis, isSigned, rootOf, type SignedSeal, sealColumns } from './seal.ts'
import { findWrongLine } from './verify-batch.ts'

/**
 * `altered`, `missing`, `inserted`: a line, named by its seq. `chain`: a seal was changed, taken out or put in.
 * `signature`: a root was made without the key. `truncated`: the history is not the one of the saved head.
 * `unsealed`: lines have waited for their seal beyond the limit.
 */
export interface LedgerProblem {
  readonly kind: 'altered' | 'missing' | 'inserted' | 'truncated' | 'signature' | 'chain' | 'unsealed'
  readonly seq?: number
  readonly batch?: number
}

/** What the walk along the seals has proved so far. */
interface Walk {
  readonly last: SignedSeal | undefined
  readonly batches: number
  readonly entries: number
}

/** Walks from the first seal to the newest, proving each with its lines; stops at the first that is wrong. */
export async function walkSeals(
  client: pg.ClientBase,
  keys: readonly string[],
  saved: { batch: string; root: string } | undefined,
): Promise<{ walk: Walk; problem?: LedgerProblem }> {
  let walk: Walk = { last: undefined, batches: 0, entries: 0 }
  for (;;) {
    const seals = await readSeals(client, walk.last?.batch ?? '0')
    for (const seal of seals) {
      const problem = problemOfSeal(seal, walk.last, keys) ?? (await problemOfLines(client, seal))
      if (problem !== undefined) return { walk, problem }
      walk = { last: seal, batches: walk.batches + 1, entries: walk.entries + Number(seal.entries) }
      if (seal.batch === saved?.batch && seal.root.toString('hex') !== saved.root)
        return { walk, problem: { kind: 'truncated', batch: Number(seal.batch) } }
    }
    if (seals.length === 0) break
  }
  const { last } = walk
  if (saved !== undefined && BigInt(last?.batch ?? 0) < BigInt(saved.batch))
    return { walk, problem: { kind: 'truncated', batch: Number(last?.batch ?? 0) + 1 } }
  if (last === undefined || isSigned(keys, hexOf(last))) return { walk }
  return { walk, problem: { kind: 'signature', batch: await firstUnsigned(client, keys) } }
}

async function problemOfLines(client: pg.ClientBase, seal: SignedSeal): Promise<LedgerProblem | undefined> {
  const wrong = await findWrongLine(client, seal)
  return wrong && { ...wrong, batch: Number(seal.batch) }
}

function problemOfSeal(
  seal: SignedSeal,
  before: SignedSeal | undefined,
  keys: readonly string[],
): LedgerProblem | undefined {
  const { root, signature } = before ?? genesis
  const expected = BigInt(before?.batch ?? 0) + 1n
  if (BigInt(seal.batch) !== expected) return { kind: 'chain', batch: Number(expected) }
  const whole = seal.previous.equals(root) && follows(seal, before) && rootOf(seal, signature).equals(seal.root)
  if (whole) return undefined
  // The root also covers the signature before it: perhaps only that one was changed.
  if (before !== undefined && !isSigned(keys, hexOf(before))) return { kind: 'signature', batch: Number(before.batch) }
  return { kind: 'chain', batch: Number(seal.batch) }
}

/** No transaction id falls between two seals; a new era begins from nothing. */
function follows(seal: SignedSeal, before: SignedSeal | undefined): boolean {
  if (before === undefined) return seal.era === '1' && seal.from_txid === '0'
  if (seal.era === before.era) return seal.from_txid === before.to_txid
  return Number(seal.era) === Number(before.era) + 1 && seal.from_txid === '0'
}

/** The newest root is not signed by us: where did it begin? Slow, but then it is worth it. */
async function firstUnsigned(client: pg.ClientBase, keys: readonly string[]): Promise<number> {
  for (let batch = '0'; ; ) {
    const seals = await readSeals(client, batch)
    const bad = seals.find(seal => !isSigned(keys, hexOf(seal)))
    if (bad !== undefined) return Number(bad.batch)
    const last = seals.at(-1)
    if (last === undefined) return Number(batch)
    batch = last.batch
  }
}

async function readSeals(client: pg.ClientBase, after: string): Promise<SignedSeal[]> {
  const { rows } = await client.query<SignedSeal>(
    `select ${sealColumns} from platform.audit_seal where batch > $1 order by audit_seal.batch limit 50`,
    [after],
  )
  return rows
}

function hexOf({ batch, root, signature }: SignedSeal): { batch: string; root: string; signature: string } {
  return { batch, root: root.toString('hex'), signature }
}

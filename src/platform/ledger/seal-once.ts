import type pg from 'pg'
import type { Keyring } from '../keyring.ts'
import { genesis } from './seal.ts'
import { type Last, type Range, type Sealed, writeSeal } from './write-seal.ts'

export type { Sealed } from './write-seal.ts'

/** Lines in one batch: hashing them holds the process for some 20 ms, and requests wait no longer. */
const most = 2_000

/**
 * Seals one batch in a transaction of its own; `undefined` when there is nothing to seal or another process is at it.
 *
 * A batch is a range of transaction ids below the oldest one still running. Such transactions are over, so no later
 * commit can slip a line below a seal, as it could below a range of seq or of time.
 */
export async function sealOnce(client: pg.ClientBase, keyring: Pick<Keyring, 'ledger'>): Promise<Sealed | undefined> {
  await client.query('begin')
  try {
    const sealed = await sealNext(client, keyring)
    await client.query('commit')
    return sealed
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

async function sealNext(client: pg.ClientBase, keyring: Pick<Keyring, 'ledger'>): Promise<Sealed | undefined> {
  const lock = await client.query<{ mine: boolean }>('select pg_try_advisory_xact_lock(7313, 1) as mine')
  if (lock.rows[0]?.mine !== true) return undefined
  const last = await readLast(client)
  const horizon = await readHorizon(client)
  if (horizon < last.to) return beginEra(client, keyring, { last, horizon })
  const range = await nextRange(client, { era: last.era, from: last.to, to: horizon })
  if (range === undefined) return undefined
  return writeSeal(client, keyring, { last, range, more: range.to < horizon })
}

/**
 * The transaction ids began anew: this is a restored copy in another cluster. Closes the old era with whatever of it was
 * not sealed when the copy was made, or opens the new one, if need be with a seal of no lines.
 */
async function beginEra(
  client: pg.ClientBase,
  keyring: Pick<Keyring, 'ledger'>,
  { last, horizon }: { last: Last; horizon: bigint },
): Promise<Sealed> {
  const { rows } = await client.query<{ top: string | null }>(
    'select txid::text as top from platform.audit_entry where era = $1 and txid >= $2::text::xid8 order by txid desc limit 1',
    [last.era, String(last.to)],
  )
  const top = rows[0]?.top
  const range =
    typeof top === 'string'
      ? { era: last.era, from: last.to, to: BigInt(top) + 1n }
      : { era: last.era + 1, from: 0n, to: horizon }
  return writeSeal(client, keyring, { last, range, more: true })
}

async function readLast(client: pg.ClientBase): Promise<Last> {
  const { rows } = await client.query<{
    batch: string
    era: string
    to: string
    root: Buffer
    signature: string
    at: string
  }>(
    `select batch::text, era::text, to_txid::text as "to", root, signature, extract(epoch from sealed_at)::text as at
     from platform.audit_seal order by audit_seal.batch desc limit 1`,
  )
  const row = rows[0]
  if (row === undefined) return { batch: 0n, era: 1, to: 0n, sealedAt: 0, ...genesis }
  const { root, signature } = row
  return {
    batch: BigInt(row.batch),
    era: Number(row.era),
    to: BigInt(row.to),
    root,
    signature,
    sealedAt: Number(row.at),
  }
}

/** All transactions below it are over, and what they committed is visible to every later query. */
async function readHorizon(client: pg.ClientBase): Promise<bigint> {
  const { rows } = await client.query<{ xmin: string }>('select pg_snapshot_xmin(pg_current_snapshot())::text as xmin')
  return BigInt(rows[0]?.xmin ?? '0')
}

/** The part of the range one batch takes, by whole transactions; `undefined` when it holds no lines. */
async function nextRange(client: pg.ClientBase, { era, from, to }: Range): Promise<Range | undefined> {
  const at = async (offset: number) => {
    const { rows } = await client.query<{ txid: string }>(
      `select txid::text from platform.audit_entry where era = $1 and txid >= $2::text::xid8 and txid < $3::text::xid8
       order by audit_entry.txid limit 1 offset $4`,
      [era, String(from), String(to), offset],
    )
    return rows[0] === undefined ? undefined : BigInt(rows[0].txid)
  }
  const first = await at(0)
  if (first === undefined) return undefined
  const cut = await at(most)
  if (cut === undefined) return { era, from, to }
  return { era, from, to: cut > first ? cut : first + 1n }
}

import type pg from 'pg'
import type { Keyring } from '../keyring.ts'
import { type Line, leafOf, lineColumns } from './line.ts'
import { rootOf, type Seal, signRoot } from './seal.ts'

/** Lines of one transaction id range, all of one era. */
export interface Range {
  readonly era: number
  readonly from: bigint
  readonly to: bigint
}

/** The seal before; `batch` 0 before the first one. */
export interface Last {
  readonly batch: bigint
  readonly era: number
  readonly to: bigint
  readonly root: Buffer
  readonly signature: string
  /** Seconds since 1970. */
  readonly sealedAt: number
}

/** What one sealing did. */
export interface Sealed {
  readonly batch: number
  readonly entries: number
  /** More finished lines wait than one batch takes. */
  readonly more: boolean
  /** The database's clock stands more than 5 s before the last seal (F20). Order is by number, so it stays true. */
  readonly clockWentBack: boolean
}

/** Seals all lines of the range, in the caller's transaction. */
export async function writeSeal(
  client: pg.ClientBase,
  { ledger }: Pick<Keyring, 'ledger'>,
  { last, range, more }: { last: Last; range: Range; more: boolean },
): Promise<Sealed> {
  const { seal, time } = await sealOf(client, last, range)
  const root = rootOf(seal, last.signature)
  const place = [seal.batch, seal.era, seal.from_txid, seal.to_txid, seal.first_seq, seal.last_seq, seal.entries]
  await client.query(
    `insert into platform.audit_seal
       (batch, era, from_txid, to_txid, first_seq, last_seq, entries, previous, leaves, sealed_at, root, signature)
     values ($1, $2, $3::text::xid8, $4::text::xid8, $5, $6, $7, $8, $9, $10::timestamptz, $11, $12)`,
    [...place, seal.previous, seal.leaves, time, root, signRoot(ledger, seal.batch, root)],
  )
  const clockWentBack = Number(seal.sealed_at) < last.sealedAt - 5
  return { batch: Number(seal.batch), entries: Number(seal.entries), more, clockWentBack }
}

async function sealOf(client: pg.ClientBase, last: Last, range: Range): Promise<{ seal: Seal; time: string }> {
  const { rows: lines } = await client.query<Line>(
    `select ${lineColumns} from platform.audit_entry
     where era = $1 and txid >= $2::text::xid8 and txid < $3::text::xid8 order by audit_entry.seq`,
    [range.era, String(range.from), String(range.to)],
  )
  const { rows: clock } = await client.query<{ time: string; epoch: string }>(
    'select now::text as time, extract(epoch from now)::text as epoch from clock_timestamp() now',
  )
  const { time = '', epoch = '' } = clock[0] ?? {}
  const seal: Seal = {
    batch: String(last.batch + 1n),
    era: String(range.era),
    from_txid: String(range.from),
    to_txid: String(range.to),
    first_seq: lines[0]?.seq ?? null,
    last_seq: lines.at(-1)?.seq ?? null,
    entries: String(lines.length),
    previous: last.root,
    leaves: Buffer.concat(lines.map(leafOf)),
    sealed_at: epoch,
  }
  return { seal, time }
}

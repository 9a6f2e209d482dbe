import type pg from 'pg'
import type { SignedSeal } from './seal.ts'

/** Beyond this privileged operations stop (F29), and a copy of the ledger counts as unproved. */
const unsealedLimitSeconds = 4 * 3600

/**
 * The lines that no seal covers. Those after the newest seal are simply new, unless the oldest is older by the limit than
 * the newest line: then nobody sealed. Measured within the copy, for a copy may be read years later.
 * A line of a closed era, or of one not yet begun, was put in afterwards.
 */
export async function lookAtTail(
  client: pg.ClientBase,
  last: SignedSeal | undefined,
): Promise<{ unsealed: number; problem?: { kind: 'inserted' | 'unsealed'; seq: number } }> {
  const [era, to] = [last?.era ?? '1', last?.to_txid ?? '0']
  const { rows } = await client.query<{ unsealed: string; oldest: string | null; late: boolean | null }>(
    `select count(*)::text as unsealed, (array_agg(seq order by at))[1]::text as oldest,
       extract(epoch from greatest(max(at), (select max(sealed_at) from platform.audit_seal)) - min(at)) > $3 as late
     from platform.audit_entry where ${inTail}`,
    [era, to, unsealedLimitSeconds],
  )
  const { unsealed = '0', oldest, late } = rows[0] ?? {}
  const stray = await findStray(client, era, to)
  if (stray !== undefined) return { unsealed: Number(unsealed), problem: { kind: 'inserted', seq: stray } }
  if (late === true) return { unsealed: Number(unsealed), problem: { kind: 'unsealed', seq: Number(oldest) } }
  return { unsealed: Number(unsealed) }
}

/** Of the present era after the newest seal, or of the next one, which a restored copy has just begun. */
const inTail = '((era = $1 and txid >= $2::text::xid8) or (era = $1::int + 1 and txid < $2::text::xid8))'

/** Seals of an era follow each other without a gap, so only what lies after its last one is covered by none. */
async function findStray(client: pg.ClientBase, era: string, to: string): Promise<number | undefined> {
  const { rows } = await client.query<{ seq: string | null }>(
    `with ends as (select distinct on (era) era as of_era, to_txid from platform.audit_seal order by era, batch desc)
     select min(seq)::text as seq from platform.audit_entry left join ends on era = of_era
     where not ${inTail} and (of_era is null or txid >= to_txid)`,
    [era, to],
  )
  const seq = rows[0]?.seq
  return typeof seq === 'string' ? Number(seq) : undefined
}

import type pg from 'pg'
import { type Line, leafOf, lineColumns, seqOf, splitLeaves } from './line.ts'
import type { SignedSeal } from './seal.ts'

/** The first line of the batch that is not as it was sealed. The leaves must have been proved by the seal's root. */
export async function findWrongLine(
  client: pg.ClientBase,
  seal: SignedSeal,
): Promise<{ kind: 'altered' | 'missing' | 'inserted'; seq: number } | undefined> {
  const { rows } = await client.query<Line>(
    `select ${lineColumns} from platform.audit_entry
     where era = $1 and txid >= $2::text::xid8 and txid < $3::text::xid8 order by audit_entry.seq`,
    [seal.era, seal.from_txid, seal.to_txid],
  )
  return firstDifference(splitLeaves(seal.leaves), rows.map(leafOf))
}

/** Compares two lists of leaves, both in order of seq. */
export function firstDifference(
  sealed: readonly Buffer[],
  found: readonly Buffer[],
): { kind: 'altered' | 'missing' | 'inserted'; seq: number } | undefined {
  for (let at = 0; at < Math.max(sealed.length, found.length); at += 1) {
    const [was, is] = [sealed[at], found[at]]
    if (was === undefined || is === undefined) {
      if (was !== undefined) return { kind: 'missing', seq: Number(seqOf(was)) }
      return is === undefined ? undefined : { kind: 'inserted', seq: Number(seqOf(is)) }
    }
    if (was.equals(is)) continue
    const [before, now] = [seqOf(was), seqOf(is)]
    if (before === now) return { kind: 'altered', seq: Number(before) }
    return before < now ? { kind: 'missing', seq: Number(before) } : { kind: 'inserted', seq: Number(now) }
  }
  return undefined
}

import { sm3 } from '../crypto.ts'
import { canonicalText } from './canonical.ts'

/** One line of the ledger as the database writes each of its columns out: nothing of it escapes the hash. */
export interface Line {
  readonly seq: string
  readonly at: string
  readonly era: string
  readonly txid: string
  readonly actor: string
  readonly action: string
  readonly subject: string | null
  readonly outcome: string
  readonly reason: string | null
  readonly request_id: string | null
  readonly details: string | null
}

/**
 * All columns as texts that do not depend on the session's time zone or date style. Order by `audit_entry.seq`: a bare
 * `seq` would mean the text, and put 10 before 9.
 */
export const lineColumns = `seq::text, extract(epoch from at)::text as at, era::text, txid::text, actor, action, subject,
  outcome, reason, request_id, details::text`

/** Bytes of one entry in `leaves`: the seq, by which a line that is gone can still be named, and its SM3. */
const leafBytes = 40

/** The leaf of a line. */
export function leafOf(line: Line): Buffer {
  const leaf = Buffer.allocUnsafe(leafBytes)
  leaf.writeBigInt64BE(BigInt(line.seq))
  const { seq, at, era, txid, actor, action, subject, outcome, reason, request_id, details } = line
  const content = canonicalText([seq, at, era, txid, actor, action, subject, outcome, reason, request_id, details])
  sm3(content).copy(leaf, leafBytes - 32)
  return leaf
}

/** The leaves of a batch, cut apart again. */
export function splitLeaves(leaves: Buffer): Buffer[] {
  return Array.from({ length: Math.floor(leaves.length / leafBytes) }, (_, at) =>
    leaves.subarray(at * leafBytes, (at + 1) * leafBytes),
  )
}

export function seqOf(leaf: Buffer): bigint {
  return leaf.readBigInt64BE(0)
}

import type { Moment } from '#kernel/dates'
import { announce } from '#platform/announce'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { reachedBeyond } from '../events.ts'
import { insertReach } from '../store/watch.ts'

/** What counts as reaching beyond: the rest are slips of the hand. */
const beyond: readonly string[] = [
  ...['itemNotReleased', 'fieldNotReleased', 'partnerReads'],
  ...['agreementMissing', 'agreementNotYet', 'agreementExpired', 'agreementWithdrawn'],
]

export const isReach = (refusal: string): boolean => beyond.includes(refusal)

/** 越界尝试 on record and told to us, in a transaction of its own: the refused one left nothing. Needs scope `all`. */
export async function noteReach(
  tx: Tx,
  reach: { readonly agencyId: string; readonly by: string; readonly what: string; readonly refusal: string },
  at: Moment,
): Promise<void> {
  const id = randomId()
  await insertReach(tx, { ...reach, what: reach.what.slice(0, 120), id, at: at.instant.toString() })
  await announce(tx, reachedBeyond, { reachId: id, agencyId: reach.agencyId, refusal: reach.refusal })
}

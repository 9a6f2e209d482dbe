import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { findEntry, insertConfirmation, listWaiting, lockLot } from '../../store/goods.ts'
import type { Handler } from './handler.ts'

/** 第二人确认: only the one who was named as the other, under his own account, once. */
export async function confirmEntry(
  tx: Tx,
  { lotNo, entryId }: { readonly lotNo: string; readonly entryId: string },
  by: Pick<Handler, 'staffId' | 'at'>,
): Promise<Result<string>> {
  if ((await lockLot(tx, lotNo)) === undefined) return refuse('goodsUnknown')
  const entry = await findEntry(tx, lotNo, entryId)
  if (entry === undefined) return refuse('goodsUnknown')
  const second = entry.by !== `staff:${by.staffId}` && entry.officers.includes(by.staffId)
  if (!second) return refuse('goodsNotSecond')
  if (entry.confirmed) return refuse('goodsConfirmed')
  await insertConfirmation(tx, { entryId, lotNo, staffId: by.staffId, at: by.at.instant.toString() })
  return ok(lotNo)
}

/** Every line of a lot that waits for this person; gives how many. */
export async function confirmAll(tx: Tx, lotNo: string, by: Pick<Handler, 'staffId' | 'at'>): Promise<Result<number>> {
  const waiting = await listWaiting(tx, lotNo, by.staffId)
  for (const entryId of waiting) {
    const done = await confirmEntry(tx, { lotNo, entryId }, by)
    if (!done.ok) return done
  }
  return ok(waiting.length)
}

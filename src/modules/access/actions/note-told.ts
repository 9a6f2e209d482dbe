import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import type { ToldWay, UnreachedView } from '../contract/messages.ts'
import { listUnreached } from '../queries/messages.ts'
import { saveTold } from '../store/message.ts'

/** 已告知: an officer told the shop what the message could not. Refusal: `messageReached` where it was told, or reached it, already. */
export async function noteTold(
  tx: Tx,
  id: string,
  told: { readonly how: ToldWay; readonly by: string; readonly at: string },
): Promise<Result<UnreachedView[]>> {
  if (!(await saveTold(tx, id, told))) return refuse('messageReached')
  return ok(await listUnreached(tx))
}

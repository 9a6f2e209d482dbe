import type { Moment } from '#kernel/dates'
import { announceAll, factOf } from '#platform/announce'
import type { Tx } from '#platform/database'
import { contactAwaited } from '../events.ts'

interface Awaited {
  /** Number of the item, task, meeting or action. */
  readonly aboutNo: string
  /** Where it stands: who has moved it on before the message goes out is told nothing any more. */
  readonly state: string
  readonly contactIds: readonly (string | null)[]
  readonly areaCode: string
}

/** 等联系人: something waits for people named by their agencies. What it is stays here. */
export async function awaitContacts(
  tx: Tx,
  { aboutNo, state, contactIds, areaCode }: Awaited,
  at: Moment,
): Promise<void> {
  const named = [...new Set(contactIds)].filter(id => id !== null)
  if (named.length === 0) return
  const turn = at.instant.toString()
  await announceAll(
    tx,
    named.map(contactId => factOf(contactAwaited, { aboutNo, state, contactId, areaCode, turn })),
  )
}

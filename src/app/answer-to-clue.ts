import type { Moment } from '#kernel/dates'
import { notePartner } from '#modules/intelligence'
import { findReply } from '#modules/partners'
import type { Tx } from '../platform/database.ts'
import type { Keyring } from '../platform/keyring.ts'

/** 协作单位的答复 → 线索: the words by the number of the item, with the name of the agency. */
export async function answerToClue(
  tx: Tx,
  fact: { readonly itemNo: string; readonly aboutNo: string | null; readonly event: string; readonly side: string },
  at: Moment,
  keyring: Pick<Keyring, 'sealField' | 'openField' | 'blindIndex'>,
): Promise<void> {
  const { itemNo, aboutNo, event, side } = fact
  if (side !== 'theirs' || event === 'receive' || aboutNo === null || !aboutNo.startsWith('XS-')) return
  const reply = await findReply(tx, itemNo, event, keyring)
  if (reply)
    await notePartner(
      tx,
      { clueNo: aboutNo, itemNo, words: `${reply.agency}：${reply.words}`, by: 'system:partners' },
      at,
      keyring,
    )
}

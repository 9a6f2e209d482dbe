import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { leaveUnnamed } from '#modules/intelligence'
import { announce } from '#platform/announce'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { itemGiven, itemMoved } from '../events.ts'
import { findItem, type ItemRecord } from '../queries/items.ts'
import { decideItemStep, type StepAsked } from '../rules/item/decide-step.ts'
import { isItemOver } from '../rules/item/moves.ts'
import { saveItem, writeEvent } from '../store/items.ts'
import { awaitContacts } from './await-contacts.ts'
import { clocksFrom, judgeRelease } from './give-item.ts'

export interface ItemStepAsked extends StepAsked {
  readonly no: string
}

/** 办理一步, by either side: load, decide by the one table, save, announce. */
export async function stepItem(
  tx: Tx,
  asked: ItemStepAsked,
  { at, keyring }: { readonly at: Moment; readonly keyring: Pick<Keyring, 'sealField' | 'blindIndex'> },
): Promise<Result<{ readonly no: string; readonly state: ItemRecord['state']; readonly version: number }>> {
  const item = await findItem(tx, asked.no, true)
  if (!item) return refuse('itemNotReleased')
  const taken = decideItemStep(item, asked)
  if (!taken.ok) return taken
  const { state, words, receivedNow, answeredNow } = taken.value
  const { event, by, side, no } = asked
  // What we write goes out to them; what they write is theirs, and is shown to us without him (`viewItem`).
  if (side === 'ours' && item.aboutNo !== null) {
    const unnamed = await leaveUnnamed(tx, item.aboutNo, [words], keyring)
    if (!unnamed.ok) return unnamed
  }
  const now = at.instant.toString()
  const approved = event === 'approve'
  if (approved) {
    const judged = await judgeRelease(tx, item, { proposedBy: item.proposedBy, approvedBy: by }, at)
    if (!judged.ok) return judged
  }
  const { receiveDueAt, answerDueAt, givenAt, agencyId, kind, aboutNo, areaCode } = item
  await saveItem(tx, no, {
    state,
    approvedBy: approved ? by : item.approvedBy,
    receivedAt: receivedNow ? now : item.receivedAt,
    answeredAt: answeredNow ? now : item.answeredAt,
    endedAt: isItemOver(state) ? now : null,
    ...(approved ? clocksFrom(item, at) : { givenAt, receiveDueAt, answerDueAt }),
  })
  await writeEvent(tx, no, {
    at: now,
    event,
    to: state,
    side,
    by,
    wordsSealed: words === '' ? null : keyring.sealField(words),
  })
  const fact = { itemNo: no, agencyId, kind, aboutNo, areaCode }
  if (approved) await announce(tx, itemGiven, fact)
  else await announce(tx, itemMoved, { ...fact, event, to: state, side })
  if (approved || event === 'explain' || event === 'reopen')
    await awaitContacts(tx, { aboutNo: no, state, contactIds: [item.contactId], areaCode }, at)
  return ok({ no, state, version: item.version + 1 })
}

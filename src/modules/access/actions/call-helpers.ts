import type { Moment } from '#kernel/dates'
import type { Tx } from '#platform/database'
import { findHelpCall } from '../store/help-call.ts'
import { listOnDuty } from '../store/staff-contact.ts'
import { queueMessage } from './messages.ts'

/**
 * 求助短信: to each helper on duty whose area the terminal is in, if a number is on file. The words hold no name and no
 * number of the person who asks; the call itself stands in the console for everybody.
 */
export async function callHelpersOnDuty(
  tx: Tx,
  fact: { readonly helpCallId: string; readonly areaCode: string },
  at: Moment,
): Promise<void> {
  const call = await findHelpCall(tx, fact.helpCallId)
  // Answered before the message was written: nobody needs to be called any more.
  if (!call || call.answeredAt !== null) return
  const text = `【恩平烟草】${call.terminal}有人求助，停在“${call.step}”。请在工作台“终端”里回应，或者到现场帮办。`
  for (const helper of await listOnDuty(tx, fact.areaCode)) {
    const about = { about: call.code, areaCode: fact.areaCode, kind: 'helpCall' as const, text }
    await queueMessage(
      tx,
      { key: `help:${fact.helpCallId}:${helper.staffId}`, phoneSealed: helper.phoneSealed, ...about },
      at,
    )
  }
}

import type { Moment } from '#kernel/dates'
import { randomId } from '#platform/crypto'
import type { Database, Tx } from '#platform/database'
import { enqueue } from '#platform/jobs'
import type { Keyring } from '#platform/keyring'
import type { MessageSender } from '../ports.ts'
import * as store from '../store/message.ts'

export const sendJobName = 'access.sendMessage'
const everything = { areas: 'all' } as const

/**
 * 发短信: puts one message and its job into the caller's transaction. One fact (`key`) has one message, however often the
 * fact is told; false when it has had it.
 */
export async function queueMessage(tx: Tx, message: Omit<store.NewMessage, 'id' | 'at'>, at: Moment): Promise<boolean> {
  const id = randomId()
  const isNew = await store.insertMessage(tx, { ...message, id, at: at.instant.toString() })
  if (isNew && message.phoneSealed !== null) await sendSoon(tx, id)
  return isNew
}

const sendSoon = (tx: Tx, id: string): Promise<void> =>
  enqueue(tx, sendJobName, { id }, { key: `message:${id}`, queue: 'access.messages' })

/** What waits for the provider, and since when. */
export const readMessageQueue = store.readQueue

/** 补发 after an outage in which the tries were used up. A message keeps its number, so none is sent twice. */
export async function resendMessages(tx: Tx): Promise<void> {
  for (const id of await store.listQueued(tx)) await sendSoon(tx, id)
}

/**
 * Hands one message over. The row stays locked meanwhile, so that no second worker sends it too; the other side knows our
 * id, so that a message whose answer was lost is not sent twice either. Throws when nobody answers: the job tries again.
 */
export async function sendMessage(
  database: Database,
  id: string,
  { sender, keyring, at }: { sender: MessageSender; keyring: Pick<Keyring, 'openField'>; at: Moment },
): Promise<void> {
  await database.within(everything, async tx => {
    const message = await store.lockQueued(tx, id)
    if (!message) return
    const sent = await sender.send({ id, phone: keyring.openField(message.phoneSealed), text: message.text })
    const now = at.instant.toString()
    if (sent.kind === 'unavailable') throw new Error('the message gateway does not answer')
    if (sent.kind === 'accepted') await store.saveSent(tx, id, { providerId: sent.providerId, at: now })
    else await store.saveFailed(tx, id, { error: sent.why, at: now })
  })
}

/** 回执: takes in what the other side has said since the last time; the cursor moves in the same transaction. */
export async function readReceipts(database: Database, sender: MessageSender, at: Moment): Promise<number> {
  return database.within(everything, async tx => {
    const news = await sender.receiptsSince(await store.getCursor(tx))
    if (news === null) return 0
    const changed = await store.saveReceipts(tx, news.receipts, at.instant.toString())
    await store.saveCursor(tx, news.cursor)
    return changed
  })
}

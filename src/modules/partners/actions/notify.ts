import type { Moment } from '#kernel/dates'
import { randomId, sm2Sign } from '#platform/crypto'
import type { Database, Tx } from '#platform/database'
import { enqueue } from '#platform/jobs'
import type { Keyring } from '#platform/keyring'
import { partnersPolicy } from '../policy.ts'
import type { PartnerPorts } from '../ports.ts'
import { insertDelivery, listHearers, lockWaiting, saveDelivery } from '../store/deliveries.ts'

export const deliverJobName = 'partners.deliver'

/** What is signed says what it is; the body names the item and nothing of it. */
export const noticeText = (body: string): string => `yzt-partner-notice/1\n${body}`

/** 通知对方系统 (reaction): one delivery and one job a system that wants to be told, in the transaction of the reaction. */
export async function notifySystems(
  tx: Tx,
  fact: { readonly agencyId: string; readonly itemNo: string; readonly event: string },
  at: Moment,
): Promise<void> {
  for (const { keyId } of await listHearers(tx, fact.agencyId)) {
    const id = randomId()
    await insertDelivery(tx, { ...fact, id, keyId, at: at.instant.toString() })
    await deliverSoon(tx, id, at)
  }
}

/** The worker's own pauses grow from seconds to an hour; after the last try it lies there for a person. */
export const deliverSoon = (tx: Tx, id: string, at: Moment): Promise<void> =>
  enqueue(tx, deliverJobName, { id }, { key: `delivery:${id}`, maxAttempts: partnersPolicy(at.today).webhookTries })

interface Around {
  readonly notify: PartnerPorts['notify']
  readonly keyring: Pick<Keyring, 'ledger'>
  readonly at: Moment
}

/** One try. Throws when nobody took it, so that the job is tried again; the last failure makes it dead and visible. */
export async function deliver(database: Database, id: string, { notify, keyring, at }: Around): Promise<void> {
  const failed = await database.within({ areas: 'all' }, async tx => {
    const one = await lockWaiting(tx, id)
    if (!one) return undefined
    const body = JSON.stringify({ id, itemNo: one.itemNo, event: one.event, at: one.madeAt })
    const { privateKey, publicKey } = keyring.ledger
    const signature = sm2Sign(privateKey, publicKey, noticeText(body))
    const heard =
      one.url === null
        ? ({ kind: 'unavailable', why: '接口密钥已吊销' } as const)
        : await notify({ id, url: one.url, body, signature })
    const tries = one.tries + 1
    if (heard.kind === 'accepted') {
      await saveDelivery(tx, id, { state: 'delivered', tries, error: null, settledAt: at.instant.toString() })
      return undefined
    }
    const dead = tries >= partnersPolicy(at.today).webhookTries || one.url === null
    const settledAt = dead ? at.instant.toString() : null
    await saveDelivery(tx, id, { state: dead ? 'dead' : 'waiting', tries, error: heard.why, settledAt })
    return dead ? undefined : heard.why
  })
  if (failed !== undefined) throw new Error(`the partner's system did not take the notice: ${failed}`)
}

import type { Moment } from '#kernel/dates'
import { randomId } from '#platform/crypto'
import type { Database, Tx } from '#platform/database'
import { enqueue } from '#platform/jobs'
import type { Keyring } from '#platform/keyring'
import type { ReporterLine } from '../../ports.ts'
import { lockCall, queueCall, settleCall } from '../../store/reporter-calls.ts'
import { hourOf } from '../hour.ts'

export const callReporterJob = 'intelligence.callReporter'

/** What a glance at his telephone tells nobody: neither that he reported, nor what. */
const words = '【恩平烟草】您关注的事项有新消息，请凭您保存的 16 位号码在本局网站或者拨打 12313 查看。'

/** 有新消息: one call for whoever left a number for it. The job knows the call, not the number. */
export async function callSoon(tx: Tx, code: string, at: Moment): Promise<void> {
  const id = randomId()
  if (await queueCall(tx, { id, code, atHour: hourOf(at.instant).toString() }))
    await enqueue(tx, callReporterJob, { id }, { key: `call:${id}`, queue: 'intelligence.calls' })
}

/**
 * Hands one call over: the number is opened here, in memory, and written nowhere. The call stays locked meanwhile. Throws when nobody
 * answers, by words of its own: the job tries again, and its error must not hold what the gateway said.
 */
export async function callReporter(
  database: Database,
  id: string,
  { line, keyring }: { readonly line: ReporterLine; readonly keyring: Pick<Keyring, 'vault'> },
): Promise<void> {
  await database.within({ areas: 'all' }, async tx => {
    const call = await lockCall(tx, id)
    if (!call) return
    const phone = keyring.vault.open(call.sealed, call.code)
    const told = await line.send({ id, phone, text: words }).catch(() => ({ kind: 'unavailable' }) as const)
    if (told.kind === 'unavailable') throw new Error('the message gateway does not answer')
    await settleCall(tx, id, told.kind === 'accepted' ? 'sent' : 'failed')
  })
}

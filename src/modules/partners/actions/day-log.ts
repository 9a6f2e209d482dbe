import type { Moment } from '#kernel/dates'
import { randomId, sm2Sign, sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import type { DayLog } from '../contract/shapes.ts'
import { listAgencies } from '../queries/agencies.ts'
import { dayText, type LogLine, type Reconciled, reconcile } from '../rules/reconcile.ts'
import { findDigest, insertDigest, insertReconciliation, listDay } from '../store/watch.ts'

type Keys = Pick<Keyring, 'ledger' | 'ledgerPublicKeys'>
const digestOf = (agencyId: string, day: string, lines: readonly LogLine[]) =>
  sm3(dayText(agencyId, day, lines)).toString('hex')
/** What is signed says what it is, so that no other digest of the house can stand for it. */
export const signedText = (digest: string): string => `yzt-partner-day/1 ${digest}`

/** 签名日摘要 of yesterday for every agency, once; a day without a line is signed as such. */
export async function signDay(tx: Tx, at: Moment, { ledger }: Keys): Promise<void> {
  const day = at.today.subtract({ days: 1 }).toString()
  for (const { id: agencyId } of await listAgencies(tx)) {
    const lines = await listDay(tx, agencyId, day)
    const digest = digestOf(agencyId, day, lines)
    const signature = sm2Sign(ledger.privateKey, ledger.publicKey, signedText(digest))
    const row = { agencyId, day, lines: lines.length, digest, signature, keyId: ledger.keyId }
    await insertDigest(tx, { ...row, at: at.instant.toString() })
  }
}

/** 一天的记录 of one agency with its digest; signed once the day is over. */
export async function readDay(tx: Tx, agencyId: string, day: string, keys: Keys): Promise<DayLog> {
  const lines = await listDay(tx, agencyId, day)
  const signed = await findDigest(tx, agencyId, day)
  return {
    ...{ agencyId, day, lines, digest: digestOf(agencyId, day, lines) },
    signature: signed?.signature ?? null,
    keyId: signed?.keyId ?? null,
    publicKey: signed === undefined ? null : (keys.ledgerPublicKeys()[signed.keyId] ?? null),
  }
}

/** 对账: their lines of a day beside ours, kept whatever comes of it. */
export async function reconcileDay(
  tx: Tx,
  asked: { readonly agencyId: string; readonly day: string; readonly lines: readonly LogLine[] },
  { by, at }: { readonly by: string; readonly at: Moment },
): Promise<Reconciled> {
  const { agencyId, day } = asked
  const result = reconcile(await listDay(tx, agencyId, day), asked.lines)
  await insertReconciliation(tx, { ...result, id: randomId(), agencyId, day, by, at: at.instant.toString() })
  return result
}

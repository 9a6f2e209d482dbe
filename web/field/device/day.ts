import { database } from './database.ts'
import { open, seal } from './seal.ts'

/** What one area keeps until the evening, with the day and the minute it was had from the server. */
export interface KeptDay<Bundle> {
  readonly day: string
  readonly loadedAt: string
  readonly bundle: Bundle
}

/** The day in China, as the work is planned. */
export const chinaDay = (at: Date): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(at)

export async function keepDay<Bundle>(id: string, bundle: Bundle): Promise<KeptDay<Bundle>> {
  const now = new Date()
  const kept = { day: chinaDay(now), loadedAt: now.toISOString(), bundle }
  await database.day.put({ id, sealed: await seal(kept) })
  return kept
}

/** What is kept under this name, if it is of today; yesterday's is wiped before anybody sees it. */
export async function keptDay<Bundle>(id: string): Promise<KeptDay<Bundle> | undefined> {
  const row = await database.day.get(id)
  if (row === undefined) return undefined
  const kept = await open<KeptDay<Bundle>>(row.sealed)
  if (kept !== undefined && kept.day === chinaDay(new Date())) return kept
  await database.day.delete(id)
  return undefined
}

/**
 * 清除: at sign-out and at the end of the day. What is not yet sent or not yet finished stays, sealed; with nothing of that
 * left, the key goes too.
 */
export async function wipe(): Promise<void> {
  await database.day.clear()
  await database.tries.clear()
  await database.outbox.where('state').equals('received').delete()
  const left = await Promise.all([database.outbox.count(), database.drafts.count(), database.attachments.count()])
  if (left.every(count => count === 0)) await database.keys.clear()
}

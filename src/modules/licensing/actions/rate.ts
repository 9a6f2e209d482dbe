import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { announce } from '#platform/announce'
import type { Tx } from '#platform/database'
import * as events from '../events.ts'
import { decideRating, type Said } from '../rules/rating/decide-rating.ts'
import { insertRating } from '../store/ratings.ts'
import { type ApplicationRecord, lockApplication } from '../store.ts'
import type { Setting } from './setting.ts'

interface Rating {
  readonly applicationNo: string
  readonly said: Said
  readonly channel: 'terminal' | 'online'
  readonly at: Moment
}

/**
 * 评价一件: once, and never another. `isHis` says whether the file is the asker's; a file of somebody else and an unknown
 * one are one answer. Refusals: `applicationNotFound`, `ratedAlready`, what is wrong with the words.
 */
export async function rate(
  tx: Tx,
  { applicationNo, said, channel, at }: Rating,
  isHis: (file: ApplicationRecord) => boolean,
  { policy, calendar, keyring }: Setting,
): Promise<Result<{ followUpBy: string | null }>> {
  const file = await lockApplication(tx, applicationNo)
  if (!file || !isHis(file)) return refuse('applicationNotFound')
  const decided = decideRating(said, at.today, { followUpDays: policy.rating.followUpDays, calendar })
  if (!decided.ok) return decided
  const { grade, reasons, words, followUpBy } = decided.value
  const { service, areaCode } = file
  const [on, townCode] = [at.today.toString(), areaCode.slice(0, 9)]
  const wordsSealed = words === null ? null : keyring.sealField(words)
  const rating = { applicationNo, service, townCode, channel, grade, reasons, wordsSealed, followUpBy }
  if (!(await insertRating(tx, { ...rating, at: at.instant.toString(), on }))) return refuse('ratedAlready')
  await announce(tx, events.serviceRated, { applicationNo, service, channel, grade, reasons: [...reasons], on })
  return ok({ followUpBy })
}

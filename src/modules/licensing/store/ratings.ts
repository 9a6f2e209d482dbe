import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { DecidedRating } from '../rules/rating/decide-rating.ts'
import type { FollowUpOutcome } from '../rules/rating/grades.ts'

export interface NewRating extends Omit<DecidedRating, 'words'> {
  readonly applicationNo: string
  readonly service: string
  readonly townCode: string
  readonly channel: 'terminal' | 'online'
  readonly wordsSealed: string | null
  readonly at: string
  readonly on: string
}

/** False when the application has its rating already: one, and never another. */
export async function insertRating(tx: Tx, r: NewRating): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into licensing.rating (application_no, service, town_code, channel, grade, reasons, words_sealed, rated_at, rated_on, follow_up_by)
    values (${r.applicationNo}, ${r.service}, ${r.townCode}, ${r.channel}, ${r.grade}, ${[...r.reasons]}, ${r.wordsSealed}, ${r.at}, ${r.on},
      ${r.followUpBy}) on conflict do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0) === 1
}

export async function insertFollowUpLine(
  tx: Tx,
  line: {
    readonly applicationNo: string
    readonly outcome: FollowUpOutcome
    readonly noteSealed: string
    readonly by: string
    readonly at: string
  },
): Promise<void> {
  await sql`insert into licensing.rating_follow_up (application_no, outcome, note_sealed, by_staff, at)
    values (${line.applicationNo}, ${line.outcome}, ${line.noteSealed}, ${line.by}, ${line.at})`.execute(tx)
}

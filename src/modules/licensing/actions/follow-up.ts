import { cleanText } from '#kernel/chinese-text'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { type FollowUpRow, findFollowUp } from '../queries/ratings.ts'
import { decideFollowUp } from '../rules/rating/decide-rating.ts'
import { type FollowUpOutcome, isBad } from '../rules/rating/grades.ts'
import { insertFollowUpLine } from '../store/ratings.ts'
import type { Setting } from './setting.ts'

interface Line {
  readonly applicationNo: string
  readonly outcome: FollowUpOutcome
  readonly note: string
  readonly staffId: string
  readonly at: Moment
}

/** 记录回访. Refusals: `ratingNotFound` (also for whoever handled the file), `followUpEnded`, `followUpNoteMissing`. */
export async function followUp(tx: Tx, line: Line, { keyring }: Setting): Promise<Result<FollowUpRow>> {
  const { applicationNo, outcome, staffId, at } = line
  const known = await findFollowUp(tx, applicationNo, staffId)
  if (!known) return refuse('ratingNotFound')
  const may = decideFollowUp({ ...known, bad: isBad(known.grade) })
  if (!may.ok) return may
  const note = cleanText(line.note, { max: 500, lines: true })
  if (!note.ok) return note.refusal === 'textEmpty' ? refuse('followUpNoteMissing') : note
  const noteSealed = keyring.sealField(note.value)
  await insertFollowUpLine(tx, { applicationNo, outcome, noteSealed, by: staffId, at: at.instant.toString() })
  const after = await findFollowUp(tx, applicationNo, staffId)
  return after ? ok(after) : refuse('ratingNotFound')
}

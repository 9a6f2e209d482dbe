import { cleanText } from '#kernel/chinese-text'
import { ok, type Result, refuse } from '#kernel/refusal'
import { addWorkingDays, type HolidayCalendar } from '#kernel/working-days'
import { type Grade, isBad, type RatingReason, reasonsFor } from './grades.ts'

export interface Said {
  readonly grade: Grade
  readonly reasons: readonly RatingReason[]
  readonly words: string
}

export interface DecidedRating {
  readonly grade: Grade
  readonly reasons: readonly RatingReason[]
  readonly words: string | null
  readonly followUpBy: string | null
}

/**
 * 评价 (广东省优化营商环境条例 33): reasons that do not belong to the grade are left out, words are optional. A bad one is
 * to be followed up within the policy's working days; no day where that year's holidays are not published.
 */
export function decideRating(
  said: Said,
  today: Temporal.PlainDate,
  { followUpDays, calendar }: { readonly followUpDays: number; readonly calendar: HolidayCalendar },
): Result<DecidedRating> {
  const { grade } = said
  const words = said.words.trim() === '' ? ok(null) : cleanText(said.words, { max: 300, lines: true })
  if (!words.ok) return words
  const reasons = reasonsFor(grade).filter(code => said.reasons.includes(code))
  const due = isBad(grade) ? addWorkingDays(calendar, today, followUpDays) : undefined
  return ok({ grade, reasons, words: words.value, followUpBy: due?.ok ? due.value.toString() : null })
}

interface FollowUpFacts {
  readonly bad: boolean
  readonly closed: boolean
  readonly handledByAsker: boolean
}

/** 回访: never by somebody who handled the file; once it has ended it stays ended. */
export function decideFollowUp({ bad, closed, handledByAsker }: FollowUpFacts): Result<undefined> {
  if (!bad || handledByAsker) return refuse('ratingNotFound')
  return closed ? refuse('followUpEnded') : ok(undefined)
}

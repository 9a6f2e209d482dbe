import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Chosen, Marked } from '../../contract/quiz.ts'
import { findQuiz } from '../../queries/quiz.ts'
import type { OutreachPolicy } from '../../rules/policy.ts'
import { checkDays, checkOpen, checkRound, checkTown, markSheet } from '../../rules/quiz/sheet.ts'
import { addPoints, insertQuiz, insertSheet, listItems, type QuizRecord, type Sheet } from '../../store/quiz.ts'
import { markOf } from '../own-mark.ts'

/** 开测评. Refusals: `quizDaysWrong`, `quizItemsNotReady`. */
export async function beginQuiz(
  tx: Tx,
  quiz: Omit<QuizRecord, 'id'>,
  { by, at }: { readonly by: string; readonly at: Moment },
): Promise<Result<{ id: string }>> {
  const days = checkDays(quiz, at.today.toString())
  if (!days.ok) return days
  if (!(await areReady(tx, quiz.items, quiz.audience))) return refuse('quizItemsNotReady')
  const id = randomId()
  await insertQuiz(tx, { ...quiz, id }, { by, at: at.instant.toString() })
  return ok({ id })
}

/** Whether all are released and, for a quiz, meant for its audience. */
export async function areReady(tx: Tx, ids: readonly string[], audience?: QuizRecord['audience']): Promise<boolean> {
  const items = await listItems(tx, ids)
  const fits = items.every(
    ({ state, audiences }) => state === 'released' && (audience === undefined || audiences.includes(audience)),
  )
  return fits && items.length === ids.length
}

export interface HandedIn {
  readonly quizId: string
  readonly round: Sheet['round']
  readonly participant: string
  readonly answers: readonly Chosen[]
  readonly person?: string
  readonly channel: Sheet['channel']
  /** Where the reader is known to be; empty where nobody knows. */
  readonly towns: readonly string[]
}

/**
 * 交卷: marked at once. Who it was is not kept beside the answers; points go to the person apart from them.
 * Refusals: `quizUnknown`, `quizOtherTown`, `quizSheetWrong`, `quizAnswered`.
 */
export async function handIn(tx: Tx, given: HandedIn, at: Moment, policy: OutreachPolicy): Promise<Result<Marked>> {
  const quiz = await findQuiz(tx, given.quizId)
  const today = at.today.toString()
  if (!quiz) return refuse('quizUnknown')
  const open = checkOpen(quiz, today)
  if (!open.ok) return open
  const town = checkTown(quiz.towns, given.towns)
  if (!town.ok) return town
  const round = checkRound(quiz, given.round)
  if (!round.ok) return round
  const marked = markSheet(await listItems(tx, quiz.items), given.answers)
  if (!marked.ok) return marked
  const answers = marked.value.items.map(({ id: item, chosen, answer }) => ({
    item,
    chosen,
    correct: chosen === answer,
  }))
  const sheet = {
    id: randomId(),
    quizId: quiz.id,
    round: given.round,
    participant: markOf(quiz.id, given.participant),
    channel: given.channel,
    onDay: today,
    answers,
  } as const
  if (!(await insertSheet(tx, sheet))) return refuse('quizAnswered')
  if (given.person === undefined) return ok({ ...marked.value, points: null })
  await addPoints(tx, given.person, quiz.id, policy.quizPoints, today)
  return ok({ ...marked.value, points: policy.quizPoints })
}

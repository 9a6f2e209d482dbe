import { ok, type Result, refuse } from '#kernel/refusal'
import { nextState } from '#kernel/state-table'
import { type TaskEvent, type TaskState, taskMoves } from './moves.ts'

/** Words that an event cannot do without: what was found, why it comes back. */
const wordsNeeded: readonly TaskEvent[] = ['refuse', 'answer', 'finish', 'sendBack', 'giveAgain', 'withdraw']

type NotNow = 'partnerTaskNotNow' | 'partnerTaskWords'

/** The state after a step of a task. */
export function stepTask(state: TaskState, event: TaskEvent, words: string): Result<TaskState, NotNow> {
  const next = nextState(taskMoves, state, event)
  if (!next.ok) return refuse('partnerTaskNotNow', next.details)
  return wordsNeeded.includes(event) && words.trim().length < 2 ? refuse('partnerTaskWords') : ok(next.value)
}

/** A task is red from the day after its last day until it is finished. */
export const isOverdue = (state: TaskState, dueOn: string, today: string): boolean =>
  (state === 'given' || state === 'received' || state === 'working' || state === 'refused') && dueOn < today

import { type CooperationAct, type OwnDay, type TaskState, taskMoves } from '#contract/partners'
import type { OutboxRow } from '../device/database.ts'

type Task = OwnDay['tasks'][number]
type Event = Extract<CooperationAct, { kind: 'task' }>['event']

/**
 * Where a task stands for who holds the telephone: what the server said, moved on by what is kept here and not yet answered. A refused act
 * moves nothing; one that the server has taken is in what is loaded next.
 */
export function standingOf(task: Pick<Task, 'id' | 'state'>, outbox: readonly OutboxRow[]): TaskState {
  return outbox
    .filter(row => row.matter === task.id && row.state !== 'conflict')
    .reduce<TaskState>((state, row) => nextOf(state, row.kind) ?? state, task.state)
}

const nextOf = (state: TaskState, event: string): TaskState | undefined => {
  const row: Readonly<Record<string, TaskState>> = taskMoves[state]
  return Object.hasOwn(row, event) ? row[event] : undefined
}

/** What the receiver may do next. */
export const eventsOf = (state: TaskState): readonly Event[] =>
  (['receive', 'answer', 'finish', 'refuse'] as const).filter(event => nextOf(state, event) !== undefined)

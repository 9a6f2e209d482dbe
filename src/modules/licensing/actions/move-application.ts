import { nextState } from '#kernel/state-table'
import type { Tx } from '#platform/database'
import { runningClock } from '../rules/application/clocks.ts'
import { type ApplicationEvent, type ApplicationState, applicationMoves } from '../rules/application/moves.ts'
import { type ApplicationChange, type ApplicationRecord, saveStep } from '../store.ts'
import type { Setting } from './setting.ts'
import { clockDatesOf } from './step-facts.ts'

/** One move of a locked file: who, when, what it says, what it changes besides the state. */
export interface Move {
  readonly event: ApplicationEvent
  readonly by: string
  readonly at: string
  readonly note?: string
  readonly details?: Readonly<Record<string, unknown>>
  readonly change?: Omit<ApplicationChange, 'state' | 'clock'>
}

/** Moves the file through the table and stores it with its clock. Whether the move is allowed was decided before. */
export async function moveApplication(
  tx: Tx,
  file: ApplicationRecord,
  move: Move,
  { policy, calendar }: Pick<Setting, 'policy' | 'calendar'>,
): Promise<ApplicationRecord> {
  const next = nextState(applicationMoves, file.state, move.event)
  if (!next.ok) throw new Error(`${move.event} is impossible from ${file.state}`)
  const state = next.value as ApplicationState
  const clock = runningClock(clockDatesOf({ ...file, ...move.change, state }), { policy: policy.clocks, calendar })
  const { event, by, at, note, details } = move
  const line = {
    event,
    from: file.state,
    to: state,
    by,
    ...(note === undefined ? {} : { note }),
    ...(details === undefined ? {} : { details }),
  }
  return saveStep(tx, file, { change: { ...move.change, state, clock }, event: line, at })
}

import { ok, type Result, refuse } from './refusal.ts'

/** state → event → next state. The guard, the buttons, the diagram and the tests all read this one table. */
export type Moves = Readonly<Record<string, Readonly<Record<string, string>>>>

type Targets<M extends Moves> = { [S in keyof M]: M[S][keyof M[S]] }[keyof M] & string

/** All states of a table written `as const satisfies Moves`. */
export type StateOf<M extends Moves> = (keyof M & string) | Targets<M>

/** All events of such a table. */
export type EventOf<M extends Moves> = { [S in keyof M]: keyof M[S] & string }[keyof M]

/** The state after `event`; refused with the events that are allowed here (joined by 、, empty in a final state). */
export function nextState<const M extends Moves>(
  moves: M,
  state: string,
  event: string,
): Result<StateOf<M>, 'moveNotAllowed'> {
  const row = rowOf(moves, state)
  const next = Object.hasOwn(row, event) ? row[event] : undefined
  if (next === undefined) {
    return refuse('moveNotAllowed', { state, event, allowed: eventsFrom(moves, state).join('、') })
  }
  return ok(next as StateOf<M>)
}

export function eventsFrom<const M extends Moves>(moves: M, state: string): readonly EventOf<M>[] {
  return Object.keys(rowOf(moves, state)) as EventOf<M>[]
}

/** Every state named as a row or as a target, in the order of the table. */
export function statesOf<const M extends Moves>(moves: M): readonly StateOf<M>[] {
  const targets = Object.values(moves).flatMap(row => Object.values(row))
  return [...new Set([...Object.keys(moves), ...targets])] as StateOf<M>[]
}

/** States that no path from `start` reaches: a slip in the table, unless they are entry points of their own. */
export function unreachableStates<const M extends Moves>(moves: M, start: StateOf<M>): readonly StateOf<M>[] {
  const reached = new Set<string>([start])
  // A Set may grow while it is walked; each state is visited once.
  for (const state of reached) for (const next of Object.values(rowOf(moves, state))) reached.add(next)
  return statesOf(moves).filter(state => !reached.has(state))
}

function rowOf(moves: Moves, state: string): Readonly<Record<string, string>> {
  return (Object.hasOwn(moves, state) ? moves[state] : undefined) ?? {}
}

/**
 * Mermaid `stateDiagram-v2` of a state table. The first row is the start; states without events are final.
 * `labels` gives Chinese words for states and events by their code words.
 */
export function diagramOf(moves: Moves, labels: Readonly<Record<string, string>> = {}): string {
  const states = statesOf(moves)
  const word = (code: string) => plainLabel(Object.hasOwn(labels, code) ? (labels[code] ?? code) : code)
  const lines = ['stateDiagram-v2']
  for (const state of states) if (word(state) !== state) lines.push(`  state "${word(state)}" as ${idOf(state)}`)
  const [start] = states
  if (start !== undefined) lines.push(`  [*] --> ${idOf(start)}`)
  for (const [state, row] of Object.entries(moves)) {
    for (const [event, next] of Object.entries(row)) lines.push(`  ${idOf(state)} --> ${idOf(next)}: ${word(event)}`)
  }
  for (const state of states) if (eventsFrom(moves, state).length === 0) lines.push(`  ${idOf(state)} --> [*]`)
  return `${lines.join('\n')}\n`
}

/** Mermaid reads quotes, colons, semicolons and line ends as its own syntax. */
function plainLabel(text: string): string {
  return text
    .replace(/["\n\r]/gu, ' ')
    .replaceAll(':', '：')
    .replaceAll(';', '；')
}

function idOf(state: string): string {
  return state.replace(/\W/gu, '_')
}

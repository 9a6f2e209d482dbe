import { type Refusal, type Result, refuse } from '#kernel/refusal'
import { type Moves, nextState, type StateOf } from '#kernel/state-table'

/**
 * 终端状态. A frozen terminal comes back only by the whole way: proposed anew by one person, confirmed by another, with a
 * fresh key. The same table stands in the database (trigger `terminal_move`); a test holds the two together.
 */
export const terminalMoves = {
  proposed: { confirm: 'confirmed', revoke: 'revoked' },
  // Confirming again gives a new code, because the first one lives only a quarter of an hour.
  confirmed: { confirm: 'confirmed', redeem: 'active', revoke: 'revoked' },
  active: { freeze: 'frozen', revoke: 'revoked' },
  frozen: { propose: 'proposed', revoke: 'revoked' },
  revoked: {},
} as const satisfies Moves

export type TerminalState = StateOf<typeof terminalMoves>
export type TerminalEvent = 'propose' | 'confirm' | 'redeem' | 'freeze' | 'revoke'

/** The state after an event, refused by a name whose words a terminal's keeper understands. */
export function moveTerminal(state: TerminalState, event: TerminalEvent): Result<TerminalState, 'terminalMoveRefused'> {
  const next = nextState(terminalMoves, state, event)
  return next.ok ? next : refuse('terminalMoveRefused', { state: terminalWords[state] })
}

/** Words for the screen and for the refusal above. */
export const terminalWords: Readonly<Record<TerminalState, string>> = {
  proposed: '待核准',
  confirmed: '待入网',
  active: '在用',
  frozen: '已冻结',
  revoked: '已吊销',
}

/**
 * 双人入网: whoever proposed a terminal never confirms it, whatever roles the person holds. A terminal that one person
 * alone can bring in is a terminal that one person alone can fake.
 */
export function decideConfirmation(
  terminal: { readonly state: TerminalState; readonly proposedBy: string },
  by: string,
): Result<TerminalState, 'secondPersonNeeded' | 'terminalMoveRefused'> {
  if (terminal.proposedBy === by) return refuse('secondPersonNeeded')
  return moveTerminal(terminal.state, 'confirm')
}

/** Why a terminal in this state may not speak; `undefined` when it may. */
export function silenceOf(
  state: TerminalState,
): Refusal<'terminalRevoked' | 'terminalFrozen' | 'terminalUnknown'> | undefined {
  if (state === 'active') return undefined
  if (state === 'revoked') return refuse('terminalRevoked')
  return refuse(state === 'frozen' ? 'terminalFrozen' : 'terminalUnknown')
}

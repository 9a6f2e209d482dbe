import { describe, expect, it } from 'vitest'
import { diagramOf, statesOf, unreachableStates } from '#kernel/state-table'
import {
  decideConfirmation,
  moveTerminal,
  silenceOf,
  type TerminalEvent,
  type TerminalState,
  terminalMoves,
  terminalWords,
} from './terminal-states.ts'

const events: TerminalEvent[] = ['propose', 'confirm', 'redeem', 'freeze', 'revoke']

it('is one table: every state reached, every state with a word', () => {
  expect(unreachableStates(terminalMoves, 'proposed')).toEqual([])
  expect(Object.keys(terminalWords).sort()).toEqual([...statesOf(terminalMoves)].sort())
  expect(diagramOf(terminalMoves, terminalWords)).toContain('待核准')
})

it.each<[TerminalState, string]>([
  ['proposed', 'confirm revoke'],
  ['confirmed', 'confirm redeem revoke'],
  ['active', 'freeze revoke'],
  ['frozen', 'propose revoke'],
  ['revoked', ''],
])('from %s only: %s', (state, allowed) => {
  expect(events.filter(event => moveTerminal(state, event).ok).join(' ')).toBe(allowed)
})

describe('confirmation by a second person', () => {
  it('refuses the one who proposed, whatever the state', () => {
    for (const state of statesOf(terminalMoves)) {
      expect(decideConfirmation({ state, proposedBy: 'a' }, 'a')).toEqual({ ok: false, refusal: 'secondPersonNeeded' })
    }
  })

  it('takes another person while the terminal waits, with the state in the refusal otherwise', () => {
    expect(decideConfirmation({ state: 'proposed', proposedBy: 'a' }, 'b')).toEqual({ ok: true, value: 'confirmed' })
    expect(decideConfirmation({ state: 'active', proposedBy: 'a' }, 'b')).toEqual({
      ok: false,
      refusal: 'terminalMoveRefused',
      details: { state: '在用' },
    })
  })
})

it('lets only an active terminal speak', () => {
  const names = statesOf(terminalMoves).map(state => silenceOf(state)?.refusal)
  expect(Object.fromEntries(statesOf(terminalMoves).map((state, index) => [state, names[index]]))).toEqual({
    proposed: 'terminalUnknown',
    confirmed: 'terminalUnknown',
    active: undefined,
    frozen: 'terminalFrozen',
    revoked: 'terminalRevoked',
  })
})

import { describe, expect, it } from 'vitest'
import {
  diagramOf,
  eventsFrom,
  type Moves,
  nextState,
  type StateOf,
  statesOf,
  unreachableStates,
} from './state-table.ts'

const moves = {
  draft: { submit: 'submitted' },
  submitted: { accept: 'accepted', askCorrection: 'correcting', withdraw: 'withdrawn' },
  correcting: { resubmit: 'submitted' },
} as const satisfies Moves

describe('nextState', () => {
  it('follows the table and keeps the type of its states', () => {
    const next = nextState(moves, 'draft', 'submit')
    const state: StateOf<typeof moves> | undefined = next.ok ? next.value : undefined
    expect(state).toBe('submitted')
  })

  it('refuses another event and lists the allowed ones', () => {
    expect(nextState(moves, 'submitted', 'submit')).toEqual({
      ok: false,
      refusal: 'moveNotAllowed',
      details: { state: 'submitted', event: 'submit', allowed: 'accept、askCorrection、withdraw' },
    })
  })

  it.each([
    ['accepted', 'submit'],
    ['nowhere', 'submit'],
    ['constructor', 'name'],
    ['draft', 'constructor'],
    ['draft', 'toString'],
  ])('%s with %s has nowhere to go', (state, event) => {
    expect(nextState(moves, state, event).ok).toBe(false)
  })

  it('allows exactly what eventsFrom lists', () => {
    const events = ['submit', 'accept', 'askCorrection', 'withdraw', 'resubmit']
    for (const state of statesOf(moves)) {
      expect(events.filter(event => nextState(moves, state, event).ok)).toEqual(eventsFrom(moves, state))
    }
  })
})

it('knows every state, also those that are only targets', () => {
  expect(statesOf(moves)).toEqual(['draft', 'submitted', 'correcting', 'accepted', 'withdrawn'])
})

it('finds states that no path reaches', () => {
  expect(unreachableStates(moves, 'draft')).toEqual([])
  expect(unreachableStates({ ...moves, lost: { find: 'draft' } }, 'draft')).toEqual(['lost'])
  expect(unreachableStates(moves, 'accepted')).toEqual(['draft', 'submitted', 'correcting', 'withdrawn'])
})

describe('diagramOf', () => {
  it('draws start, moves and ends as Mermaid text, with Chinese words', () => {
    expect(diagramOf(moves, { draft: '草稿', submit: '提交', accepted: '已受理: "一"' })).toBe(
      [
        'stateDiagram-v2',
        '  state "草稿" as draft',
        '  state "已受理：  一 " as accepted',
        '  [*] --> draft',
        '  draft --> submitted: 提交',
        '  submitted --> accepted: accept',
        '  submitted --> correcting: askCorrection',
        '  submitted --> withdrawn: withdraw',
        '  correcting --> submitted: resubmit',
        '  accepted --> [*]',
        '  withdrawn --> [*]',
        '',
      ].join('\n'),
    )
  })

  it('makes plain identifiers of unusual state names', () => {
    expect(diagramOf({ 'a-b': { go: 'c d' } })).toContain('  a_b --> c_d: go')
  })
})

import { expect, it } from 'vitest'
import type { OutboxRow, OutboxState } from '../device/database.ts'
import { eventsOf, standingOf } from './fold.ts'

const row = (kind: string, state: OutboxState, matter = 'JB-2026-000001') => ({ kind, state, matter }) as OutboxRow
const task = { id: 'JB-2026-000001', state: 'given' } as const

it.each<[string, OutboxRow[], string]>([
  ['nothing kept', [], 'given'],
  ['a receipt on its way', [row('receive', 'sending')], 'received'],
  ['receipt and end kept without network', [row('receive', 'kept'), row('finish', 'kept')], 'finished'],
  ['a refused act', [row('receive', 'conflict')], 'given'],
  ['an act of another task', [row('receive', 'kept', 'JB-2026-000002')], 'given'],
  ['an act that the loaded state has already', [row('accept', 'received')], 'given'],
])('with %s a task stands as it is seen from here', (_, outbox, state) => {
  expect(standingOf(task, outbox)).toBe(state)
})

it('offers what the receiver may do, and nothing of the giver’s', () => {
  expect([eventsOf('given'), eventsOf('working'), eventsOf('finished'), eventsOf('closed')]).toEqual([
    ['receive', 'refuse'],
    ['answer', 'finish'],
    [],
    [],
  ])
})

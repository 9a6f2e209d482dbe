import { expect, it } from 'vitest'
import type { OutboxRow } from '../../device/database.ts'
import { isDone, lastOf, type Placed } from './item-state.tsx'

const row = (roundId: string, state: OutboxRow['state'], kind = 'absent') =>
  ({
    id: roundId,
    seq: 1,
    area: 'delivery',
    matter: 'S1',
    within: roundId,
    staffId: 'a',
    kind,
    state,
    sealed: new Uint8Array(),
  }) as OutboxRow
const stop = (roundId: string, state = 'secondTry') => ({ itemNo: 'S1', roundId, state }) as Placed

it('a second try the same day is open, whatever was recorded on the first round', () => {
  const outbox = [row('first', 'received')]
  expect(isDone(stop('first', 'absent'), outbox)).toBe(true)
  expect(lastOf(stop('second'), outbox)).toBeUndefined()
  expect(isDone(stop('second'), outbox)).toBe(false)
})

it('a departure records nothing of the door, and a conflict leaves it open', () => {
  expect(isDone(stop('second'), [row('second', 'received', 'depart')])).toBe(false)
  expect(isDone(stop('second'), [row('second', 'conflict')])).toBe(false)
  expect(isDone(stop('second'), [row('second', 'kept')])).toBe(true)
})

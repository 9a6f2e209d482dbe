import fc from 'fast-check'
import { expect, it } from 'vitest'
import { unreachableStates } from '#kernel/state-table'
import { broadcastMoves, checkChapters, isPublic, minuteOf } from './broadcast.ts'

it('every state of a broadcast is reached, and only a running one and a released replay are played', () => {
  expect(unreachableStates(broadcastMoves, 'planned')).toEqual([])
  expect((['planned', 'live', 'ended', 'replay', 'withdrawn'] as const).filter(isPublic)).toEqual(['live', 'replay'])
})

it('chapters stand in the order of time whatever order they came in', () => {
  const times = fc.uniqueArray(fc.integer({ min: 0, max: 9_000 }), { maxLength: 12 })
  fc.assert(
    fc.property(times, given => {
      const checked = checkChapters(given.map(at => ({ at, title: '章' })))
      expect(checked.ok && checked.value.map(({ at }) => at)).toEqual(given.toSorted((a, b) => a - b))
    }),
  )
  expect(
    checkChapters([
      { at: 3, title: '一' },
      { at: 3, title: '二' },
    ]).ok,
  ).toBe(false)
  expect(checkChapters([{ at: 3, title: ' ' }]).ok).toBe(false)
})

it('a viewer counts once in a minute of the broadcast', () => {
  const opened = Temporal.Instant.from('2026-11-26T02:00:00Z')
  expect(minuteOf('live', opened, opened.add({ seconds: 59 }))).toBe(0)
  expect(minuteOf('live', opened, opened.add({ seconds: 61 }))).toBe(1)
  expect(minuteOf('replay', opened, opened)).toBe(-1)
})

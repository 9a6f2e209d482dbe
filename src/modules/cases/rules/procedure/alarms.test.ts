import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { momentOf } from '#kernel/dates'
import { day } from '../../testing/sample-case.ts'
import { alarmsOf } from './alarms.ts'
import type { Clock } from './case-file.ts'

const steps = { days: [10, 5, 2], hours: [12, 4] }
const clock = (change: Partial<Clock> = {}): Clock => ({
  ...{ kind: 'decide', startedOn: '2026-03-02', dueOn: '2026-05-31', state: 'running' },
  ...change,
})
const levels = (on: string, change: Partial<Clock> = {}) =>
  alarmsOf([clock(change)], day(on), steps).map(({ level }) => level)

describe('the alarms of a clock', () => {
  it.each([
    ['2026-05-20', []],
    ['2026-05-21', ['10d']],
    ['2026-05-25', ['10d']],
    ['2026-05-26', ['5d']],
    ['2026-05-29', ['2d']],
    ['2026-05-31', ['2d']],
    ['2026-06-01', ['late']],
  ])('ninety days on %s: %j', (on, expected) => expect(levels(on)).toEqual(expected))

  it('a short clock does not call out what it never had', () => {
    const check = { kind: 'check', startedOn: '2026-03-02', dueOn: '2026-03-09' }
    expect(levels('2026-03-02', check)).toEqual([])
    expect(levels('2026-03-04', check)).toEqual(['5d'])
  })

  it('the party’s own time, and what has ended, call nobody', () => {
    expect(levels('2026-05-31', { kind: 'pay' })).toEqual([])
    expect(levels('2026-06-02', { state: 'met', endedOn: '2026-04-01' })).toEqual([])
  })

  it('twenty-four hours are called out by the hour', () => {
    const send = { kind: 'transferSend', startedOn: '2026-03-02', dueOn: '2026-03-03', dueAt: '2026-03-03T02:00:00Z' }
    const at = (time: string) =>
      alarmsOf([clock(send)], momentOf(Temporal.Instant.from(time)), steps).map(({ level }) => level)
    expect(at('2026-03-02T13:59:59Z')).toEqual([])
    expect(at('2026-03-02T14:00:00Z')).toEqual(['12h'])
    expect(at('2026-03-02T22:00:00Z')).toEqual(['4h'])
    expect(at('2026-03-03T02:00:00Z')).toEqual(['4h'])
    expect(at('2026-03-03T02:00:01Z')).toEqual(['late'])
  })

  it('only ever grows more pressing', () => {
    const rank = ['10d', '5d', '2d', 'late']
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 30 }), (a, more) => {
        const at = (n: number) => rank.indexOf(levels(day('2026-03-02').today.add({ days: n }).toString())[0] ?? '')
        return at(a) <= at(a + more)
      }),
    )
  })
})

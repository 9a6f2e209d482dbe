import fc from 'fast-check'
import { expect, it } from 'vitest'
import { freeVisits, isAtCap, lookFirst, turnOf, turnOrder, turns, type Waiting } from './first.ts'
import { type TaskKind, type TaskSource, taskKinds, taskSources } from './moves.ts'

const today = Temporal.PlainDate.from('2026-11-26')
const task = (id: string, change: Partial<Waiting> = {}): Waiting => ({
  ...{
    id,
    licenceNo: id,
    kind: 'report',
    source: 'alert',
    reasons: ['M01'],
    dueBy: '2026-12-10',
    visits: 0,
    score: 0.5,
  },
  ...change,
})
const look = (waiting: readonly Waiting[], force = { pairs: 1, perPair: 2, planned: 0 }) =>
  lookFirst(waiting, { force, yearlyCap: 2, today })
const ids = (waiting: readonly Waiting[], force?: { pairs: number; perPair: number; planned: number }) =>
  look(waiting, force).flatMap(group => group.ids)

it.each<[string, Partial<Waiting>]>([
  ['followUp', { kind: 'followUp', source: 'followUp' }],
  ['followUp', { kind: 'licenceCheck', source: 'person' }],
  ['reported', { kind: 'report', source: 'person', reasons: ['M01'] }],
  ['reported', { kind: 'surprise', source: 'person', reasons: ['clue'] }],
  ['drawn', { kind: 'random', source: 'draw', reasons: ['drawn'] }],
  ['alert', { kind: 'report', source: 'alert' }],
  ['period', { kind: 'offHours', source: 'calendar', reasons: ['holiday'] }],
  ['period', { kind: 'campaign', source: 'person', reasons: ['M11'] }],
  ['regular', { kind: 'regular', source: 'cycle', reasons: ['cycle'] }],
])('%s is the turn of %j', (turn, change) => {
  expect(turnOf(task('a', change))).toBe(turn)
})

it('shows as many shops as the officers can visit, the strongest alert first', () => {
  const waiting = [task('weak', { score: 0.1 }), task('strong', { score: 0.9 }), task('middle')]
  expect(look(waiting)).toEqual([{ turn: 'alert', ids: ['strong', 'middle'] }])
  expect(ids(waiting, { pairs: 2, perPair: 3, planned: 5 })).toEqual(['strong'])
})

it('puts the proposals of one shop together and counts them as one visit', () => {
  const waiting = [
    task('a1', { licenceNo: 'a', score: 0.9 }),
    task('b'),
    task('a2', { licenceNo: 'a', kind: 'regular', source: 'cycle', reasons: ['cycle'], score: null }),
  ]
  expect(ids(waiting)).toEqual(['a1', 'a2', 'b'])
})

it('a day set by a correction, a report or a draw is shown though nobody is free; an alert waits', () => {
  const none = { pairs: 1, perPair: 2, planned: 9 }
  const due = task('due', { kind: 'followUp', source: 'followUp', dueBy: '2026-12-02', score: null })
  const later = task('later', { kind: 'followUp', source: 'followUp', dueBy: '2026-12-03', score: null })
  expect(ids([due, later, task('alert', { dueBy: '2026-11-26' })], none)).toEqual(['due'])
})

it('a planned visit to a shop that had its visits of the year takes nobody’s place', () => {
  const full = task('full', { kind: 'regular', source: 'cycle', reasons: ['cycle'], visits: 2 })
  expect(isAtCap(full, 2)).toBe(true)
  expect(ids([full, task('open', { visits: 2 })])).toEqual(['open'])
})

it('for any proposals: no more than can be visited unless a set day asks for it, no shop twice, nobody at the limit, turns in order', () => {
  const waiting = fc.array(
    fc.record({
      id: fc.integer({ min: 0, max: 1e6 }).map(String),
      licenceNo: fc.integer({ min: 0, max: 9 }).map(String),
      kind: fc.constantFrom(...(Object.keys(taskKinds) as TaskKind[])),
      source: fc.constantFrom<TaskSource>(...taskSources),
      reasons: fc.subarray(['M01', 'reported', 'clue', 'cycle']),
      dueBy: fc.constantFrom('2026-11-26', '2026-12-02', '2026-12-10'),
      visits: fc.integer({ min: 0, max: 3 }),
      score: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    }),
    { maxLength: 20 },
  )
  const force = fc.record({ pairs: fc.nat(3), perPair: fc.nat(4), planned: fc.nat(6) })
  fc.assert(
    fc.property(waiting, force, (tasks, able) => {
      const groups = look(tasks, able)
      const shown = groups.map(({ ids: of, turn }) => ({
        turn,
        tasks: of.map(id => tasks.find(one => one.id === id)).filter(one => one !== undefined),
      }))
      const shopsOf = (of: readonly Waiting[]) => new Set(of.map(({ licenceNo }) => licenceNo))
      const bySet = shown.filter(({ turn }) => turns[turn].pressing).flatMap(group => group.tasks)
      const all = shown.flatMap(group => group.tasks)
      expect(shopsOf(all).size).toBeLessThanOrEqual(Math.max(freeVisits(able), shopsOf(bySet).size))
      expect(all.some(one => isAtCap(one, 2))).toBe(false)
      const places = groups.map(({ turn }) => turnOrder.indexOf(turn))
      expect(places).toEqual(places.toSorted((a, b) => a - b))
    }),
    { numRuns: 300 },
  )
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cycles, listDue, type RegularCandidate, weekOf, whyDue } from './cycle.ts'

const cycles: Cycles = { A: 24, B: 18, N: 12, C: 6, D: 6 }
const setting = { cycles, yearlyCap: 2 }
const today = Temporal.PlainDate.from('2026-11-26')
const shop = (licenceNo: string, change: Partial<RegularCandidate> = {}): RegularCandidate => ({
  licenceNo,
  town: '440785103',
  class: 'N',
  bad: 0,
  lastVisit: null,
  visits: 0,
  waits: false,
  licensedOn: '2020-01-01',
  ...change,
})
const due = (...shops: RegularCandidate[]) => listDue(shops, today, setting).map(({ licenceNo }) => licenceNo)

describe('a regular check', () => {
  it.each([
    ['A', '2024-11-26', true],
    ['A', '2024-11-27', false],
    ['B', '2025-05-26', true],
    ['N', '2025-11-27', false],
    ['C', '2026-05-26', true],
    ['D', '2026-05-27', false],
  ] as const)('of class %s, last visited on %s, is due today: %s', (grade, lastVisit, isDue) => {
    expect(due(shop('1', { class: grade, lastVisit }))).toEqual(isDue ? ['1'] : [])
  })

  it('of a shop never visited is due a cycle after its licence', () => {
    expect(due(shop('1', { licensedOn: '2025-11-26' }), shop('2', { licensedOn: '2025-11-27' }))).toEqual(['1'])
  })

  it('takes the longest overdue first, and towns take turns', () => {
    const town = '440785100'
    expect(
      due(
        shop('1', { lastVisit: '2025-03-01' }),
        shop('2', { lastVisit: '2025-01-01' }),
        shop('3', { lastVisit: '2025-06-01', town }),
      ),
    ).toEqual(['2', '3', '1'])
  })

  it('never breaks the yearly limit and never asks for whoever waits already', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ visits: fc.nat(4), waits: fc.boolean() }), { maxLength: 30 }), changes => {
        const shops = changes.map((change, n) => shop(String(n), change))
        const open = shops.filter(({ visits, waits }) => visits < setting.yearlyCap && !waits)
        expect(due(...shops).toSorted()).toEqual(open.map(({ licenceNo }) => licenceNo).toSorted())
      }),
      { numRuns: 100 },
    )
  })

  it('belongs to the week of its day and says why in words', () => {
    expect([weekOf(today), weekOf(Temporal.PlainDate.from('2026-11-29'))]).toEqual(['DQ-2026-11-23', 'DQ-2026-11-23'])
    const [one] = listDue([shop('1', { class: 'C', lastVisit: '2026-03-02', visits: 1 })], today, setting)
    expect(one && whyDue(one, setting)).toBe(
      'C 级每 6 个月核查一次；上次检查 2026-03-02，2026-09-02 到期；今年已查 1 次，上限 2 次',
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chinaCalendar, holidayName } from '#platform/calendar'
import { type Candidate, chooseShops, periodsBetween, whyRaised } from './calendar.ts'

const day = Temporal.PlainDate.from
const setting = { calendar: chinaCalendar, seasons: ['09-20..10-10', '12-20..01-10'], nameOf: holidayName }
const between = (from: string, to: string) => periodsBetween(day(from), day(to), setting)

describe('the periods of the calendar', () => {
  it('are runs of three days off and more, by the name of their holiday, and the seasons of the bureau', () => {
    expect(between('2026-09-01', '2026-10-31')).toEqual([
      { id: 'GF-2026-09-20', kind: 'season', name: '高发期', from: '2026-09-20', to: '2026-10-10' },
      { id: 'JR-2026-09-25', kind: 'holiday', name: '中秋', from: '2026-09-25', to: '2026-09-27' },
      { id: 'JR-2026-10-01', kind: 'holiday', name: '国庆节', from: '2026-10-01', to: '2026-10-07' },
    ])
  })

  it('are whole, whichever of their days one asks about, also over the new year', () => {
    for (const asked of ['2026-10-01', '2026-10-04', '2026-10-07'])
      expect(between(asked, asked)).toContainEqual(expect.objectContaining({ from: '2026-10-01', to: '2026-10-07' }))
    expect(between('2027-01-02', '2027-01-05')).toContainEqual(
      expect.objectContaining({ id: 'GF-2026-12-20', from: '2026-12-20', to: '2027-01-10' }),
    )
  })

  it('know no holiday of a year whose notice is not published, and no weekend is one', () => {
    expect(between('2027-05-01', '2027-05-31')).toEqual([])
    expect(between('2026-11-01', '2026-11-30')).toEqual([])
  })

  it('end even where every day is a season', () => {
    expect(
      periodsBetween(day('2026-05-10'), day('2026-05-20'), { ...setting, seasons: ['01-01..12-31'] }).length,
    ).toBeLessThan(4)
  })
})

const shop = (licenceNo: string, change: Partial<Candidate> = {}): Candidate => ({
  licenceNo,
  town: '440785103',
  class: 'N',
  bad: 0,
  lastVisit: null,
  visits: 0,
  waits: false,
  ...change,
})

describe('the shops of a period', () => {
  const limits = { shops: 3, joint: 1, yearlyCap: 2 }
  it('are those with trouble, low classes and long unvisited first; the worst is asked for jointly', () => {
    const all = [
      shop('1', { class: 'A' }),
      shop('2', { lastVisit: '2026-03-01' }),
      shop('3', { bad: 1, class: 'B' }),
      shop('4', { bad: 2 }),
      shop('5', { class: 'D' }),
    ]
    expect(chooseShops(all, limits)).toEqual([
      { licenceNo: '4', kind: 'joint' },
      { licenceNo: '3', kind: 'offHours' },
      { licenceNo: '5', kind: 'offHours' },
    ])
  })

  it('take turns by town', () => {
    const all = ['1', '2', '3'].map(no => shop(no, { bad: 3 })).concat(shop('9', { town: '440785001', class: 'A' }))
    expect(chooseShops(all, { ...limits, shops: 2 }).map(({ licenceNo }) => licenceNo)).toEqual(['1', '9'])
  })

  it('never have had their visits of the year, nor wait for one; the answer does not depend on the order of the list', () => {
    const any = fc.record({
      no: fc.integer({ min: 1, max: 60 }),
      town: fc.constantFrom('a', 'b', 'c'),
      bad: fc.nat(2),
      visits: fc.nat(3),
      waits: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.uniqueArray(any, { selector: one => one.no, maxLength: 25 }), list => {
        const all = list.map(({ no, ...change }) => shop(String(no), change))
        const chosen = chooseShops(all, { shops: 8, joint: 2, yearlyCap: 2 })
        const free = all.filter(({ visits, waits }) => visits < 2 && !waits)
        expect(chosen).toHaveLength(Math.min(8, free.length))
        expect(chosen.filter(({ kind }) => kind === 'joint').length).toBeLessThanOrEqual(2)
        expect(chooseShops(all.toReversed(), { shops: 8, joint: 2, yearlyCap: 2 })).toEqual(chosen)
        for (const { licenceNo } of chosen) expect(free.some(one => one.licenceNo === licenceNo)).toBe(true)
      }),
    )
  })

  it('say why', () => {
    const [, holiday] = between('2026-09-20', '2026-09-30')
    expect(holiday && whyRaised(holiday, { bad: 1, lastVisit: null, visits: 1 }, 2)).toBe(
      '中秋假期（2026-09-25至2026-09-27）加派错时检查；近一年有 1 次责令改正或者立案；今年已查 1 次，上限 2 次',
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byUrgency, type Clock, clockLook } from './clock-tone.ts'
import { changeFilter, readWorkFilters, toggleTone } from './filters.ts'
import { flagText } from './flags.tsx'

const clock = (dueOn: string, workingDaysLeft: number, tone: Clock['tone']): Clock => ({
  kind: 'decision',
  label: '审批期限',
  dueOn,
  workingDaysLeft,
  tone,
  basis: [],
})

describe('the clock of a file', () => {
  it.each([
    ['calm', 6, 'clock.calm', '●'],
    ['soon', 2, 'clock.soon', '◆'],
    ['soon', 0, 'clock.soon', '◆'],
    ['overdue', -1, 'clock.overdue', '▲'],
    ['calm', -1, 'clock.overdue', '▲'],
  ] as const)('with tone %s and %i working days left reads %s with shape %s', (tone, left, word, shape) => {
    expect(clockLook(clock('2026-11-23', left, tone))).toMatchObject({ word, shape })
  })

  it('is said to be absent where the law sets none', () => {
    expect(clockLook(null)).toMatchObject({ word: 'clock.none', tone: 'none' })
  })

  it('orders the list by what is due first', () => {
    const row = (no: string, due: string | null) =>
      ({ applicationNo: no, receivedAt: '2026-11-01', clock: due ? clock(due, 1, 'calm') : null }) as Parameters<
        typeof byUrgency
      >[0]
    const rows = [row('c', null), row('b', '2026-12-01'), row('a', '2026-11-20'), row('d', '2026-11-20')]
    expect(rows.sort(byUrgency).map(r => r.applicationNo)).toEqual(['a', 'd', 'b', 'c'])
  })
})

describe('the filters in the address', () => {
  it('read back what was written, a town code as a number too', () => {
    expect(readWorkFilters({ view: 'all', town: 440785103, tone: 'overdue', search: ' 沙湖 ' })).toEqual({
      view: 'all',
      town: '440785103',
      tone: 'overdue',
      search: '沙湖',
    })
  })

  it('leave out what is unknown instead of refusing an old bookmark', () => {
    expect(readWorkFilters({ view: 'everything', tone: 'red', state: {}, extra: 1 })).toEqual({ view: 'mine' })
  })

  it('never throw, and are stable when read again', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), search => {
        const once = readWorkFilters(search)
        expect(readWorkFilters({ ...once })).toEqual(once)
      }),
    )
  })

  it('toggle a clock by a second click', () => {
    const set = toggleTone({ view: 'mine' }, 'soon')
    expect(set).toEqual({ view: 'mine', tone: 'soon' })
    expect(toggleTone(set, 'soon')).toEqual({ view: 'mine' })
    expect(toggleTone(set, 'overdue')).toEqual({ view: 'mine', tone: 'overdue' })
  })

  it('drop a filter that is emptied', () => {
    expect(changeFilter({ view: 'mine', search: 'x' }, 'search', '')).toEqual({ view: 'mine' })
  })
})

describe('a flag', () => {
  it.each([
    ['LATE', ['flag.late']],
    ['EXPIRY_5', ['flag.expiry', { days: '5' }]],
    ['HOLIDAYS_2027_UNPUBLISHED', ['flag.holidays', { year: '2027' }]],
    ['SOMETHING_NEW', undefined],
  ])('%s has its words', (flag, words) => expect(flagText(flag)).toEqual(words))
})

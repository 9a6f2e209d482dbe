import { describe, expect, it } from 'vitest'
import { openNow } from './open-hours.ts'

const week = { opensAt: '08:30', closesAt: '17:30', openDays: [1, 2, 3, 4, 5] }
/** The twenty-third of November 2026 is a Monday. */
const at = (text: string) => Date.parse(`${text}+08:00`)

describe('the hours of a service point', () => {
  it.each([
    ['2026-11-23T10:00', { is: 'open', to: '17:30' }],
    ['2026-11-23T07:00', { is: 'today', from: '08:30' }],
    ['2026-11-23T17:30', { is: 'later', from: '08:30', at: at('2026-11-24T08:30') }],
    ['2026-11-27T18:00', { is: 'later', from: '08:30', at: at('2026-11-30T08:30') }],
  ])('at %s', (now, said) => expect(openNow(week, at(now))).toEqual(said))

  it('of a point without a day are never, and those until midnight end with the day', () => {
    expect(openNow({ ...week, openDays: [] }, at('2026-11-23T10:00'))).toEqual({ is: 'never' })
    expect(openNow({ ...week, closesAt: '23:59' }, at('2026-11-23T23:59'))).toEqual({ is: 'open', to: '24:00' })
  })
})

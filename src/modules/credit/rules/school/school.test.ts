import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ShopVerdict } from '#kernel/school-distance'
import { statesOf, unreachableStates } from '#kernel/state-table'
import { caseMoves, type Standing, standingLabels } from './case-moves.ts'
import { placeLabels, placeMoves } from './place-moves.ts'
import { leftOn, outCauseOf, standingOf } from './standing.ts'
import { trendOf } from './trend.ts'

const day = Temporal.PlainDate.from

describe('the tables', () => {
  it('reach every state and name it', () => {
    expect(unreachableStates(caseMoves, 'protected')).toEqual([])
    expect(unreachableStates(placeMoves, 'reported')).toEqual([])
    for (const state of statesOf(caseMoves)) expect(standingLabels[state].zh).toBeTruthy()
    expect(statesOf(placeMoves).toSorted()).toEqual(Object.keys(placeLabels).toSorted())
  })
})

const shop = (verdict: ShopVerdict, licenceState = 'valid', insideSince: string | null = null) => ({
  verdict,
  licenceState,
  insideSince,
  validTo: '2026-10-31',
})

describe('where a shop stands', () => {
  it.each<[string, ReturnType<typeof shop>, 'persuaded' | 'exiting' | 'out' | null, Standing | undefined]>([
    ['near on the map alone proves nothing', shop('toMeasure'), null, 'toMeasure'],
    ['a holder inside is protected until expiry', shop('inside'), null, 'protected'],
    ['also while suspended', shop('inside', 'suspended'), null, 'protected'],
    ['also while a timely renewal is undecided', shop('inside', 'expiredPending'), null, 'protected'],
    ['persuaded', shop('inside'), 'persuaded', 'persuaded'],
    ['leaving', shop('inside'), 'exiting', 'exiting'],
    ['a gate that moved away frees the shop, whatever was said', shop('outside'), 'persuaded', 'outside'],
    ['an ended licence is out', shop('inside', 'cancelled', '2026-01-05'), null, 'out'],
    ['also when nobody wrote it down', shop('inside', 'expired', '2026-01-05'), 'persuaded', 'out'],
    ['a licence that ended before anybody measured was never one', shop('toMeasure', 'cancelled'), null, undefined],
  ])('%s', (_, facts, state, standing) => {
    expect(standingOf(facts, state ? { state, outOn: null } : undefined)).toBe(standing)
  })

  it('has left on the day on record, else when the term ended', () => {
    expect(leftOn(shop('inside'), undefined)).toBeNull()
    expect(leftOn(shop('inside', 'expired'), undefined)).toBe('2026-10-31')
    expect(leftOn(shop('inside', 'cancelled'), { state: 'out', outOn: '2026-05-06' })).toBe('2026-05-06')
  })

  it('is out by what the holder announced, unless the term simply ended', () => {
    expect(outCauseOf('cancelled', 'move')).toBe('move')
    expect(outCauseOf('cancelled', null)).toBe('cancelled')
    expect(outCauseOf('expired', 'close')).toBe('expired')
  })
})

describe('the trend', () => {
  it('counts who was inside at the end of each month, today for the current one', () => {
    const stays = [
      { since: '2026-08-10', until: null },
      { since: '2026-09-30', until: '2026-10-15' },
      { since: '2026-11-20', until: '2026-11-22' },
      { since: '2026-11-25', until: null },
    ]
    expect(trendOf(stays, day('2026-11-23'), 4)).toEqual([
      { month: '2026-08', inside: 1, left: 0 },
      { month: '2026-09', inside: 2, left: 0 },
      { month: '2026-10', inside: 1, left: 1 },
      { month: '2026-11', inside: 1, left: 1 },
    ])
  })

  it('never counts more than there were, and falls by nothing but leavings', () => {
    const stay = fc.record({
      since: fc.integer({ min: 1, max: 300 }),
      length: fc.option(fc.integer({ min: 0, max: 300 })),
    })
    fc.assert(
      fc.property(fc.array(stay, { maxLength: 20 }), raw => {
        const first = day('2026-01-01')
        const stays = raw.map(({ since, length }) => ({
          since: first.add({ days: since }).toString(),
          until: length === null ? null : first.add({ days: since + length }).toString(),
        }))
        const points = trendOf(stays, day('2026-11-23'), 12)
        for (const [n, { inside, left }] of points.entries()) {
          expect(inside).toBeLessThanOrEqual(stays.length)
          const before = points[n - 1]?.inside ?? 0
          expect(before - inside).toBeLessThanOrEqual(left)
        }
      }),
    )
  })
})

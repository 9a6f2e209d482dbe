import { expect, it } from 'vitest'
import type { LicenceState } from './moves.ts'
import { stateOnDay } from './state-on-day.ts'

const on = (state: LicenceState, validTo: string, renewalOpen = false) =>
  stateOnDay(
    { state, validTo, renewalOpen, suspendedFrom: null, suspendedTo: null },
    Temporal.PlainDate.from('2026-11-23'),
  )

it.each<[LicenceState, string, boolean, LicenceState]>([
  ['valid', '2026-11-23', false, 'valid'],
  ['valid', '2026-11-22', false, 'expired'],
  ['valid', '2026-11-22', true, 'expiredPending'],
  ['suspended', '2026-11-22', false, 'expired'],
  ['rectifying', '2026-11-22', true, 'expiredPending'],
  ['expiredPending', '2026-11-22', true, 'expiredPending'],
  ['expiredPending', '2026-11-22', false, 'expired'],
  ['cancelled', '2026-11-22', false, 'cancelled'],
  ['revoked', '2020-01-01', true, 'revoked'],
  ['none', '2020-01-01', false, 'none'],
])('a licence that is %s until %s, renewal undecided: %s, is %s on 23 November', (state, validTo, open, now) => {
  expect(on(state, validTo, open)).toBe(now)
})

it.each<[LicenceState, string, string, LicenceState]>([
  ['valid', '2026-11-23', '2026-12-31', 'suspended'],
  ['valid', '2026-11-24', '2026-12-31', 'valid'],
  ['valid', '2026-10-01', '2026-11-22', 'valid'],
  ['suspended', '2026-10-01', '2026-11-22', 'suspended'],
])(
  'a %s licence with a suspension from %s to %s is %s: it begins by itself and never ends by itself',
  (state, from, to, now) => {
    const licence = { state, validTo: '2028-01-01', renewalOpen: false, suspendedFrom: from, suspendedTo: to }
    expect(stateOnDay(licence, Temporal.PlainDate.from('2026-11-23'))).toBe(now)
  },
)

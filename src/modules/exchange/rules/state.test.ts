import { expect, it } from 'vitest'
import { gatewayState } from './state.ts'

const [early, late] = ['2026-11-26T01:00:00Z', '2026-11-26T02:00:00Z']

it.each([
  ['notConnected', false, late, null],
  ['unused', true, null, null],
  ['working', true, early, null],
  ['failing', true, null, early],
  ['failing', true, early, late],
  ['working', true, late, early],
] as const)('says %s from what was last seen', (state, connected, lastSuccessAt, lastFailureAt) => {
  expect(gatewayState({ connected, lastSuccessAt, lastFailureAt })).toBe(state)
})

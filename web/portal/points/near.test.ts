import { expect, it } from 'vitest'
import type { ServicePoint } from '#contract/access'
import { serves, sorted } from './near.ts'

const point = (change: Partial<ServicePoint>): ServicePoint => ({
  ...{ code: 'A', name: '甲', kind: 'kiosk', town: '沙湖镇', townCode: '440785103', lng: 112.44, lat: 22.34 },
  hours: { opensAt: '08:30', closesAt: '17:30', openDays: [1] },
  terminal: { standing: 'working', prints: true },
  ...{ helpersOnDuty: 0, helperHours: [] },
  ...change,
})
const monday = Date.parse('2026-11-23T10:00+08:00')

it('points are put by their way, and where nobody said from where, those with people stand first', () => {
  const all = [
    point({ code: 'far', lat: 22.5 }),
    point({ code: 'near' }),
    point({ code: 'hall', kind: 'hall', lat: 22.9 }),
  ]
  expect(sorted(all, { lng: 112.44, lat: 22.34 }).map(({ code, metres }) => [code, metres])).toEqual([
    ['near', 0],
    ['far', 17791],
    ['hall', 62269],
  ])
  expect(sorted(all, undefined).map(({ code, metres }) => [code, metres])).toEqual([
    ['hall', undefined],
    ['far', undefined],
    ['near', undefined],
  ])
})

it('a point serves while it is open and its machine works; of an unreported machine nothing is promised', () => {
  expect(serves(point({}), monday)).toBe(true)
  expect(serves(point({}), monday + 24 * 3_600_000)).toBe(false)
  expect(serves(point({ hours: null }), monday)).toBe(false)
  expect(serves(point({ terminal: null }), monday)).toBe(true)
  for (const standing of ['notWorking', 'notConnected', 'resting'] as const)
    expect(serves(point({ terminal: { standing, prints: false } }), monday)).toBe(false)
})

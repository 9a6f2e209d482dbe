import { afterAll, beforeAll, expect, it } from 'vitest'
import { type PastFile, seedPastFiles } from '#modules/licensing'
import { chinaCalendar } from '#platform/calendar'
import { openRenewalHouse, type RenewalHouse, today } from '../../licensing/testing/renewal-house.ts'
import { compute } from '../rules/figure.ts'
import { serviceFigures } from '../rules/service-figures.ts'
import { listServiceCases } from './service-cases.ts'

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`
const officers = { window: id(1), reviewer: id(2), decider: id(3), helper: id(4), caller: id(5) }
const october = { from: '2026-10-01', to: '2026-10-31' }

const past = (n: number, change: Partial<PastFile> = {}): PastFile => ({
  ...{
    licenceNo: `44078510000${n}`,
    service: 'reissue',
    answers: { cause: 'lost', which: 'both' },
    channel: 'terminal',
  },
  ...{ terminalId: null, helped: false, applyMinutes: 4, submittedAt: '2026-10-12T02:00:00Z', deemedAfter: null },
  ...{ corrected: false, decideDays: 3, rated: null, followUp: null, method: 'code', pause: null },
  ...change,
})
const files = [
  past(1, { helped: true }),
  past(2, { applyMinutes: 9, channel: 'window' }),
  past(3, { corrected: true }),
  past(4, { decideDays: 9 }),
  past(5, { method: 'card' }),
]

let house: RenewalHouse
beforeAll(async () => {
  house = await openRenewalHouse()
  await house.addShops([1, 2, 3, 4, 5].map(n => ({ no: `44078510000${n}`, person: n })))
  await house.all(tx => seedPastFiles(tx, files, { officers, at: today, setting: house.setting }))
})
afterAll(() => house.close())

it.each([
  ['received', 5],
  ['decided', 5],
  ['applyMinutes', 4],
  ['approvalDays', 3],
  ['onTime', 0.8],
  ['firstTime', 0.8],
  ['automatic', 0.2],
  ['assisted', 0.2],
  ['zeroErrand', 0.8],
])('the past of a demonstration gives the figure %s', async (code, value) => {
  const cases = await house.all(tx => listServiceCases(tx, october, chinaCalendar))
  const figure = serviceFigures.find(one => one.code === code)
  expect(figure && compute(figure, cases, october).value).toBe(value)
})

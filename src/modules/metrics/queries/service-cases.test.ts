import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chinaCalendar } from '#platform/calendar'
import type { Tx } from '#platform/database'
import { openRenewalHouse, type RenewalHouse } from '../../licensing/testing/renewal-house.ts'
import { compute } from '../rules/figure.ts'
import { serviceFigures } from '../rules/service-figures.ts'
import { listServiceCases } from './service-cases.ts'

let house: RenewalHouse
const november = { from: '2026-11-01', to: '2026-11-30' }
const figure = (code: string) => serviceFigures.find(one => one.code === code) ?? serviceFigures[0]

beforeAll(async () => {
  house = await openRenewalHouse()
  await house.addShops([
    { no: '440785100001', person: 1 },
    { no: '440785100002', person: 2 },
  ])
  for (const n of [1, 2]) {
    const done = await house.submit(`44078510000${n}`, house.citizen(n))
    if (!done.ok) throw new Error(done.refusal)
  }
})
afterAll(() => house.close())

const list = (tx: Tx, more = {}) => listServiceCases(tx, { ...november, ...more }, chinaCalendar)

describe('what the figures read', () => {
  it('is every application of the period, with the time from the first touch to submit', async () => {
    const cases = await house.all(tx => list(tx))
    expect(cases).toHaveLength(2)
    const [received, minutes] = [figure('received'), figure('applyMinutes')]
    if (!received || !minutes) throw new Error('no figure')
    expect(compute(received, cases, november)).toEqual({ value: 2, counted: 2 })
    expect(compute(minutes, cases, november).value).toBe(2)
  })

  it('is cut by town and service, and ends with the reader’s areas', async () => {
    expect(await house.all(tx => list(tx, { town: '440785103' }))).toHaveLength(2)
    expect(await house.all(tx => list(tx, { service: 'close' }))).toEqual([])
    expect(await house.test.database.within({ areas: ['440785001'] }, tx => list(tx))).toEqual([])
  })

  it('keeps the day by which a decision was due when the clock goes on to service', async () => {
    const { rows } = await house.all(tx =>
      sql<{ decideBy: string | null }>`
        update licensing.application set clock_kind = 'decide', clock_due_on = '2026-12-03', decided_on = null
        where licence_no = '440785100001' returning decide_by`.execute(tx),
    )
    expect(rows[0]?.decideBy).toBeNull()
    await house.all(tx =>
      sql`update licensing.application set clock_kind = 'serve', clock_due_on = '2026-12-20', decided_on = '2026-12-04'
        where licence_no = '440785100001'`.execute(tx),
    )
    const cases = await house.all(tx => list(tx, { to: '2026-12-31' }))
    expect(cases.map(({ decideBy }) => decideBy)).toContain('2026-12-03')
  })
})

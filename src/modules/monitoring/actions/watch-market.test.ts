import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type MovableClock, movableClock } from '#platform/clock'
import type { Tx } from '#platform/database'
import { createTestDatabase, type TestDatabase } from '../../../../test/database/harness.ts'
import { openEngine } from '../lake/engine.ts'
import { importLakeText } from '../lake/import.ts'
import { boardMark, listAlerts } from '../queries.ts'
import { triageAlert } from './triage-alert.ts'
import { watchMarket } from './watch-market.ts'

let test: TestDatabase
let clock: MovableClock
let lake: string
beforeAll(async () => {
  test = await createTestDatabase()
  clock = movableClock('2026-11-23T02:00:00Z')
  lake = await mkdtemp(join(tmpdir(), 'watch-market-'))
})
afterAll(async () => {
  await test.drop()
  await rm(lake, { recursive: true, force: true })
})

const feed = async (table: 'order_lines' | 'retailers', csv: string) => {
  const engine = await openEngine({ memory: '256MB' })
  await importLakeText({ folder: lake, engine }, { table, csv, takenAt: clock.now().instant.toString() })
  await engine.close()
}
const orders = (licence: string, all: Readonly<Record<string, number>>) =>
  `order_id,ordered_at,licence_no,sku_code,cartons\n${Object.entries(all)
    .map(([day, cartons]) => `${licence}${day},${day}T09:00:00+08:00,${licence},S1,${cartons}\n`)
    .join('')}`
const watch = () => watchMarket(test.database, lake, clock.now())
const all = <T>(work: (tx: Tx) => Promise<T>, areas: readonly string[] | 'all' = 'all') =>
  test.database.within({ areas }, work)
const list = (state: 'open' | 'false' | 'expired' = 'open', areas: readonly string[] | 'all' = 'all') =>
  all(tx => listAlerts(tx, { state, page: 1 }), areas)
const spike = (licence: string) =>
  orders(licence, { '2026-11-22': 60, '2026-11-15': 15, '2026-11-08': 15, '2026-11-01': 15 })

it('new data becomes one alert a subject, seen only in its area, and an unchanged lake costs nothing', async () => {
  expect(await watch()).toBeUndefined()
  await feed('retailers', 'licence_no,area_code,status,licensed_on\n440785100001,440785001,valid,2020-01-01\n')
  await feed('order_lines', spike('440785100001'))
  expect(await watch()).toBe(1)
  expect(await watch()).toBeUndefined()
  const { items, total } = await list()
  expect(total).toBe(1)
  expect(items[0]).toMatchObject({ subject: '440785100001', areaCode: '440785001', state: 'open' })
  expect(items[0]?.evidence.map(({ say }) => say).join('')).toContain('前三次平均 15.0 条，是 400%。')
  expect((await list('open', ['440785002'])).total).toBe(0)
  expect((await list('open', ['440785'])).total).toBe(1)
})

it('what is found again joins the open alert; what a person judged false is silent until something new comes', async () => {
  const before = await all(boardMark)
  await feed('order_lines', orders('440785100001', { '2026-11-21': 5 }))
  clock.advance({ minutes: 1 })
  expect(await watch()).toBe(0)
  expect(await all(boardMark)).not.toBe(before)
  const [alert] = (await list()).items
  const triage = (reason: string) =>
    all(tx => triageAlert(tx, { id: alert?.id ?? '', verdict: 'false', reason, by: 'staff:a', at: clock.now() }))
  expect(await triage(' ')).toMatchObject({ refusal: 'alertReasonMissing' })
  expect(await triage('办酒席')).toMatchObject({ ok: true })
  expect(await triage('再说一次')).toMatchObject({ refusal: 'alertSettled' })
  clock.advance({ hours: 24 })
  await watch()
  const judged = await list('false')
  expect(judged.items[0]?.verdictReason).toBe('办酒席')
  const alarms = judged.indicators.filter(({ code }) => alert?.reasons.includes(code))
  expect(alarms.every(one => one.judged === 1 && one.wrong === 1)).toBe(true)
  expect(
    (await list()).items.every(({ reasons }) => reasons.some(code => !(alert?.reasons ?? []).includes(code))),
  ).toBe(true)
})

it('an alert without news expires after thirty days', async () => {
  await feed('order_lines', spike('440785100002'))
  await watch()
  const open = (await list()).total
  expect(open).toBeGreaterThan(0)
  clock.advance({ days: 31 })
  await watch()
  expect((await list('expired')).items.map(({ subject }) => subject)).toContain('440785100002')
})

it('the database itself keeps a verdict', async () => {
  await expect(
    all(tx => sql`update monitoring.alert set state = 'open' where state = 'false'`.execute(tx)),
  ).rejects.toThrow(/judged/)
})

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
import type { LakeTableName } from '../lake/tables.ts'
import { mapAlerts } from '../queries/alert-map.ts'
import { boardMark, listAlerts } from '../queries/alerts.ts'
import { findHotspotsView } from '../queries/hotspots.ts'
import { listAlertsOfShop } from '../queries/shop-alerts.ts'
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

const feed = async (table: LakeTableName, csv: string) => {
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

it('parcels, plates and hot places reach the board too, each in a town or the county, with what a person can check', async () => {
  const hash = (n: number) => `h${n}`
  const parcel = (n: number, from: string, to: string) =>
    `W${n},顺丰,2026-11-22T09:00:00+08:00,${from},440785,${to},440100,1,900,服装`
  await feed(
    'waybills',
    `waybill_no,carrier,shipped_at,sender_phone_hash,sender_area,receiver_phone_hash,receiver_area,pieces,weight_g,declared_goods
${parcel(1, hash(1), hash(2))}
${parcel(2, 'known', hash(3))}
`,
  )
  const cases = Array.from(
    { length: 90 },
    (_, n) =>
      `A${n},${Temporal.PlainDate.from('2026-11-24').subtract({ days: n })}T21:10:00+08:00,无证运输,440785100,112.32,22.06,known`,
  )
  await feed('cases', `case_no,filed_at,case_type,area_code,lng,lat,phones\n${cases.join('\n')}\n`)
  await feed('checkpoints', 'checkpoint_id,name,road,lng,lat\nC1,横陂卡口,other,112.32,22.06\n')
  await feed(
    'vehicle_passes',
    'plate_hash,checkpoint_id,passed_at,direction\nplate1,C1,2026-11-23T02:00:00+08:00,north\n',
  )
  await feed('clues', 'clue_id,received_at,source,plates\nX1,2026-11-20,partner,plate1\n')
  clock.advance({ minutes: 1 })
  await watch()
  const { items, indicators } = await list()
  const one = (subject: string) => items.find(item => item.subject === subject)
  expect(one('W2')).toMatchObject({ subjectKind: 'waybill', areaCode: '440785', reasons: ['W02'] })
  expect(one('plate1')).toMatchObject({ kind: 'suspectVehicle', areaCode: '440785', reasons: ['V01'] })
  expect(one('plate1')?.evidence[0]).toMatchObject({
    say: '案件或线索里记有这个车牌',
    facts: [{ name: '来源', value: 'X1' }],
  })
  const place = items.find(({ subjectKind }) => subjectKind === 'place')
  expect(place).toMatchObject({ kind: 'hotspot', areaCode: '440785100', reasons: ['H01'] })
  expect(place?.evidence[0]?.say).toMatch(/^附近近期有案件。未来七天这一格预计 \d\.\d 件，最可能在周.* 21–24 时/u)
  expect(indicators.map(({ code }) => code)).toEqual(expect.arrayContaining(['M01', 'W02', 'V01', 'S01', 'H01']))
  const { points, unplaced } = await all(tx => mapAlerts(tx, { state: 'open' }))
  const point = (subject: string) => points.find(one => one.subject === subject)
  expect(point('plate1')).toMatchObject({ lng: 112.32, lat: 22.06, near: false })
  expect(point(place?.subject ?? '')?.lng).toBeCloseTo(112.32, 1)
  expect(points.length + unplaced).toBe((await list()).total)
  expect((await all(tx => mapAlerts(tx, { state: 'open', kind: 'vehicle' }))).points).toHaveLength(1)
  const hotspots = await all(findHotspotsView)
  expect(hotspots?.places[0]).toMatchObject({ cell: place?.subject, reasons: ['H01'] })
  expect(hotspots?.check.say).toContain('好于随机')
})

it('the page of a shop has its alerts with who judged them, those that name it beside others, and its place of the day', async () => {
  const shop = '440785100001'
  const shops = [1, ...Array.from({ length: 24 }, (_, n) => n + 11)].map(n => `4407851000${String(n).padStart(2, '0')}`)
  await feed(
    'order_lines',
    `order_id,ordered_at,licence_no,sku_code,cartons,device_hash\n${shops.map(no => `E${no},2026-11-23T09:00:00+08:00,${no},S1,2,phone1\n`).join('')}`,
  )
  clock.advance({ minutes: 1 })
  await watch()
  const { items, reasons, score } = await all(tx => listAlertsOfShop(tx, shop))
  expect(items.find(({ state }) => state === 'false')).toMatchObject({
    subject: shop,
    verdictReason: '办酒席',
    judgedBy: null,
  })
  expect(items.find(({ subjectKind }) => subjectKind === 'device')).toMatchObject({
    subject: 'phone1',
    reasons: ['M04'],
  })
  expect(reasons).toContainEqual({ code: 'M04', zh: '一机多店订货', en: 'One device orders for many shops' })
  expect(score).toMatchObject({ of: expect.any(Number), version: null })
  expect((await all(tx => listAlertsOfShop(tx, shop), ['440785002'])).items).toEqual([])
  expect((await all(tx => listAlertsOfShop(tx, '440785100009'))).items).toEqual([])
})

it('an alert that another model scores differently takes its place on the board, and lives no longer for it', async () => {
  await feed('order_lines', spike('440785100003'))
  await watch()
  const mine = async () => (await list()).items.find(({ subject }) => subject === '440785100003')
  const before = await mine()
  await all(tx => sql`update monitoring.alert set score = 0.99 where id = ${before?.id}`.execute(tx))
  await feed(
    'skus',
    'sku_code,name,brand,price_class,wholesale_fen,retail_fen,supply,origin_province\nS9,模拟,模拟,1,100,120,normal,广东\n',
  )
  clock.advance({ minutes: 1 })
  await watch()
  expect(await mine()).toEqual(before)
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

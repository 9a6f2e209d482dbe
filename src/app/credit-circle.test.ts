import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { caseMoved } from '#modules/cases'
import { findingMade, taskSettled } from '#modules/inspection'
import { alertRaised, alertTriaged } from '#modules/monitoring'
import { announce, reactJob } from '#platform/announce'
import { movableClock } from '#platform/clock'
import { readConfig } from '#platform/config'
import type { Tx } from '#platform/database'
import { type Keyring, openKeyring } from '#platform/keyring'
import type { Services } from '#platform/module'
import { createTestDatabase, type TestDatabase } from '../../test/database/harness.ts'
import { retailers, takeAreas, takeRetailers } from '../modules/registry/testing/small-county.ts'
import { reactionsOf } from './reactions.ts'

/** 分析 → 计划 → 检查 → 处理 → 分析 through the reactions of the house; every announcement is told twice. */
const shop = '440785100001'
const clock = movableClock('2026-11-23T02:00:00Z')
let test: TestDatabase
let folder: string
let keyring: Keyring
beforeAll(async () => {
  test = await createTestDatabase()
  folder = mkdtempSync(join(tmpdir(), 'yzt-circle-'))
  keyring = await openKeyring(join(folder, 'keys'), { create: true })
  await all(async tx => {
    await takeAreas(tx)
    await takeRetailers(tx, retailers({ no: shop, phone: '13800138000' }), keyring)
  })
})
afterAll(async () => {
  await test.drop()
  rmSync(folder, { recursive: true, force: true })
})

const all = <T>(work: (tx: Tx) => Promise<T>) => test.database.within({ areas: 'all' }, work)

async function settle(): Promise<void> {
  const job = reactJob(test.database, reactionsOf({ keyring, config: readConfig({ YZT_DATA: folder }) }), clock)
  for (let told = 0, known = -1; told !== known; ) {
    known = told
    const { rows } = await all(tx => sql<{ id: number }>`select id from platform.announcement order by id`.execute(tx))
    told = rows.length
    for (const { id } of [...rows, ...rows])
      await job.run(
        { announcementId: id },
        { services: {} as Services, attempt: 1, signal: new AbortController().signal },
      )
  }
}

const rowsOf = async <T>(query: ReturnType<typeof sql<T>>) => (await all(tx => query.execute(tx))).rows
const finding = (taskId: string, change: object) => ({
  ...{ taskId, licenceNo: shop, areaCode: '440785103', source: 'person' as const, sourceRef: null },
  ...{ outcome: 'clear' as const, checkedOn: '2026-11-23', rectifyBy: null, reasons: ['drawn'] },
  ...change,
})

it('a finding becomes a correction and one proposed follow-up; the follow-up closes it', async () => {
  const found = finding('RW-2026-000101', { outcome: 'rectify', rectifyBy: '2026-12-01' })
  await all(tx => announce(tx, findingMade, found))
  await settle()
  const [file] = await rowsOf(
    sql<{ id: string; state: string }>`select id, state from credit.file where kind = 'disposal'`,
  )
  expect(file?.state).toBe('rectifying')
  const tasks = await rowsOf(sql`select kind, source, source_ref, state, due_by from inspection.task`)
  expect(tasks).toEqual([
    { kind: 'followUp', source: 'followUp', sourceRef: `${file?.id}#1`, state: 'proposed', dueBy: '2026-12-08' },
  ])
  const again = finding('RW-2026-000102', { source: 'followUp', sourceRef: `${file?.id}#1` })
  await all(tx => announce(tx, findingMade, again))
  await settle()
  expect(await rowsOf(sql`select state from credit.file where kind = 'disposal'`)).toEqual([{ state: 'closed' }])
})

it('a check without findings grades the shop, and the next draw and the holder are told once', async () => {
  await all(tx => announce(tx, findingMade, finding('RW-2026-000103', {})))
  await settle()
  expect(await rowsOf(sql`select grade, points, last from credit.grade`)).toEqual([
    { grade: 'B', points: 85, last: true },
  ])
  expect(await rowsOf(sql`select licence_no, class from inspection.shop_class`)).toEqual([
    { licenceNo: shop, class: 'B' },
  ])
  const messages = await rowsOf(sql<{ text: string }>`select text from access.message where kind = 'credit'`)
  expect(messages).toHaveLength(1)
  expect(messages[0]?.text).toContain('信用等级为B')
})

it('the verdict of a settled visit goes back to its alert, and what was true is proposed for the archive', async () => {
  const alertId = '7d9f3f9e-0f5a-4c67-9f53-3f0f6f1f0a11'
  await all(tx =>
    sql`insert into monitoring.alert (id, kind, subject_kind, subject, area_code, score, reasons, evidence, raised_at, renewed_at, expires_at)
      values (${alertId}, 'M08', 'retailer', ${shop}, '440785103', 0.9, '{M08}', '[]', '2026-11-20', '2026-11-20', '2026-12-20')`.execute(
      tx,
    ),
  )
  const task = { taskId: 'RW-2026-000104', licenceNo: shop, areaCode: '440785103' }
  await all(tx => announce(tx, taskSettled, { ...task, source: 'alert', sourceRef: alertId, verdict: 'true' }))
  await settle()
  expect(await rowsOf(sql`select state, verdict_reason from monitoring.alert`)).toEqual([
    { state: 'true', verdictReason: '检查任务 RW-2026-000104 办结反馈' },
  ])
  expect(await rowsOf(sql`select state, data ->> 'reason' as reason from credit.file where kind = 'watch'`)).toEqual([
    { state: 'proposed', reason: 'leak' },
  ])
})

it('what is to be filed begins one case, asked for by its file', async () => {
  await all(tx => announce(tx, findingMade, finding('RW-2026-000105', { outcome: 'filed' })))
  await settle()
  const [file] = await rowsOf(sql<{ id: string }>`select id from credit.file where state = 'handedOver'`)
  expect(await rowsOf(sql`select origin_ref, licence_no from cases.case`)).toEqual([
    { originRef: file?.id, licenceNo: shop },
  ])
})

it('a case that an officer filed from the spot is heard of by the disposal of the same visit', async () => {
  const taskId = 'RW-2026-000106'
  await all(tx => announce(tx, findingMade, finding(taskId, { outcome: 'filed' })))
  await settle()
  const moved = { caseNo: 'AJ-2026-000901', event: 'approveFiling', from: 'filingAsked', to: 'investigating', taskId }
  const about = { origin: 'finding', originRef: taskId, areaCode: '440785103', licenceNo: shop }
  await all(tx => announce(tx, caseMoved, { ...moved, ...about }))
  await settle()
  expect(
    await rowsOf(sql`select state, data ->> 'caseNo' as no from credit.file where source_ref = ${taskId}`),
  ).toEqual([{ state: 'filed', no: 'AJ-2026-000901' }])
})

it('an alert that a person has judged false sends nobody', async () => {
  const alert = { alertId: '7d9f3f9e-0f5a-4c67-9f53-3f0f6f1f0a12', subjectKind: 'retailer', subject: shop }
  const told = { ...alert, areaCode: '440785103', reasons: ['M01'] }
  await all(tx => announce(tx, alertRaised, { ...told, kind: 'M01', score: 0.4 }))
  await settle()
  const proposal = sql`select state from inspection.task where source_ref = ${alert.alertId}`
  expect(await rowsOf(proposal)).toEqual([{ state: 'proposed' }])
  await all(tx => announce(tx, alertTriaged, { ...told, verdict: 'false' }))
  await settle()
  expect(await rowsOf(proposal)).toEqual([{ state: 'rejected' }])
})

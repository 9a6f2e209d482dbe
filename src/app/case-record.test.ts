import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findCase, stepCase } from '#modules/cases'
import { noteCaseOutcome } from '#modules/licensing'
import { reactJob } from '#platform/announce'
import { movableClock } from '#platform/clock'
import { readConfig } from '#platform/config'
import type { Tx } from '#platform/database'
import { openFileStore } from '#platform/files'
import { type Keyring, openKeyring } from '#platform/keyring'
import type { Services } from '#platform/module'
import { createTestDatabase, type TestDatabase } from '../../test/database/harness.ts'
import { lookSubjectsOf } from '../modules/licensing/queries/look-subjects.ts'
import { sampleFace } from '../modules/licensing/rules/sample-face.ts'
import { seedLicence } from '../modules/licensing/testing/seed-licence.ts'
import { takeAreas } from '../modules/registry/testing/small-county.ts'
import { caseIntoLicensing } from './case-record.ts'
import { demoCases } from './demo/case-stories.ts'
import { seedCases } from './demo/cases.ts'
import { reactionsOf } from './reactions.ts'

/** 案件 → 许可 through the reactions of the house; every announcement is told twice. */
const clock = movableClock('2026-11-23T02:00:00Z')
const officer = (n: number) => `0000000${n}-0000-4000-8000-000000000000`
const staff = { first: officer(1), second: officer(2), head: officer(3), legal: officer(4) }
const story = demoCases.findIndex(({ opened }) => opened.about.startsWith('出借'))
const no = `AJ-2026-${String(story + 1).padStart(6, '0')}`
let test: TestDatabase
let folder: string
let keyring: Keyring
beforeAll(async () => {
  test = await createTestDatabase()
  folder = mkdtempSync(join(tmpdir(), 'yzt-case-record-'))
  keyring = await openKeyring(join(folder, 'keys'), { create: true })
  const files = await openFileStore(join(folder, 'files'), { maxBytes: 1000 })
  await all(async tx => {
    await takeAreas(tx)
    await sql`insert into access.staff (id, account, name, roles, areas, certificate_no, certificate_from, certificate_to, created_at)
      select id::uuid, 'officer' || n, '模拟' || n, '{inspector,head,legal}', '{440785}', '194407850' || n, '2024-01-01', '2030-12-31', now()
      from unnest(${Object.values(staff)}::text[]) with ordinality as given (id, n)`.execute(tx)
    await seedCases({ tx, now: clock.now(), staff, keyring, files })
  })
  await settle()
})
afterAll(async () => {
  await test.drop()
  rmSync(folder, { recursive: true, force: true })
})

const all = <T>(work: (tx: Tx) => Promise<T>) => test.database.within({ areas: 'all' }, work)
const rowsOf = async <T>(query: ReturnType<typeof sql<T>>) => (await all(tx => query.execute(tx))).rows

async function settle(): Promise<void> {
  const reactions = reactionsOf({ keyring, config: readConfig({ YZT_DATA: folder }) })
  const ours = reactions.filter(({ name }) => name === 'licensing.noteCaseOutcome')
  const job = reactJob(test.database, ours, clock)
  const told = await rowsOf(sql<{ id: number }>`select id from platform.announcement order by id`)
  for (const { id } of [...told, ...told])
    await job.run(
      { announcementId: id },
      { services: {} as Services, attempt: 1, signal: new AbortController().signal },
    )
}

const barsOf = () =>
  rowsOf(
    sql<{ basis: string; endReason: string | null }>`select kind, source, since::text as since, basis, id_no_masked,
      person_index = ${keyring.blindIndex('person', demoCases[story]?.party.idNo ?? '')} as known, end_reason from licensing.person_bar`,
  )

it('a served decision that takes the right to trade bars its party once, with its articles; fines bar nobody', async () => {
  const bars = await barsOf()
  expect(bars).toMatchObject([
    {
      kind: 'disqualified',
      source: no,
      since: '2026-10-26',
      known: true,
      idNoMasked: '**************9531',
      endReason: null,
    },
  ])
  expect(bars[0]?.basis).toBe(
    `案件 ${no} 的行政处罚决定（2026-10-26）：取消资格、吊销许可证。依据《烟草专卖法实施条例》第十四条。`,
  )
})

it('told again by a person’s hand it is still one bar', async () => {
  await all(tx => caseIntoLicensing(tx, { caseNo: no, event: 'serve' }, { keyring, at: clock.now() }))
  expect(await barsOf()).toHaveLength(1)
})

it('looks at a case are told to its party once the decision was served, not while it is looked into', async () => {
  const licenceNo = '440785100777'
  const open = demoCases.findIndex(({ opened }) => opened.about.startsWith('检查发现'))
  const numberOf = (n: number) => `AJ-2026-${String(n + 1).padStart(6, '0')}`
  await all(tx =>
    sql`update cases.case set licence_no = ${licenceNo} where no in (${no}, ${numberOf(open)})`.execute(tx),
  )
  expect(await all(tx => lookSubjectsOf(tx, [licenceNo]))).toEqual([no])
  expect(await all(tx => lookSubjectsOf(tx, []))).toEqual([])
  await all(tx => sql`update cases.case set licence_no = null where licence_no = ${licenceNo}`.execute(tx))
})

it('a decision that was set aside bars nobody any more, and says by whom', async () => {
  const version = (await all(tx => findCase(tx, no, keyring)))?.version ?? 0
  const by = { kind: 'staff', staffId: staff.legal, sessionId: 's', roles: ['legal'], areas: ['440785'] } as const
  const step = (event: string, input: Record<string, string>, n: number) =>
    all(tx => stepCase(tx, { no, event, input, version: version + n, by, at: clock.now() }, keyring))
  expect(await step('beginRemedy', { what: 'fy', ref: '模拟复议1号' }, 0)).toMatchObject({ ok: true })
  expect(await step('endRemedy', { result: 'changed', ref: '模拟复议决定1号' }, 1)).toMatchObject({ ok: true })
  await settle()
  expect((await barsOf()).map(bar => bar.endReason)).toEqual(['决定已变更、撤销或者确认违法：模拟复议决定1号'])
})

it('a case against a licence is looked at by a person from its filing to its end', async () => {
  const { face } = await seedLicence(test.database)
  const told = (caseNo: string, filedOn: string | null, over: boolean) => {
    const about = { areaCode: '440785103', licenceNo: face.licenceNo, party: { name: face.operatorName, idNo: '' } }
    return all(tx => noteCaseOutcome(tx, { ...about, caseNo, filedOn, over }, { keyring, at: clock.now() }))
  }
  const holds = () => rowsOf(sql`select kind, source, ended_on::text as ended_on from licensing.hold`)
  await told('AJ-2026-000101', null, false)
  expect(await holds()).toEqual([])
  for (const _ of [1, 2]) await told('AJ-2026-000101', '2026-11-20', false)
  expect(await holds()).toEqual([{ kind: 'openCase', source: 'AJ-2026-000101', endedOn: null }])
  for (const _ of [1, 2]) await told('AJ-2026-000101', '2026-11-20', true)
  expect(await holds()).toEqual([{ kind: 'openCase', source: 'AJ-2026-000101', endedOn: '2026-11-23' }])
})

it('a decision against a licensed shop bars its operator, is held against the licence and proposed to be carried out once, until it is set aside', async () => {
  const { face, operatorIndex } = await seedLicence(test.database, {
    face: { ...sampleFace, version: 1, licenceNo: '440785100888' },
    operatorIndex: 'a'.repeat(64),
  })
  const about = { areaCode: '440785103', licenceNo: face.licenceNo, party: { name: face.operatorName, idNo: '' } }
  const caseNo = 'AJ-2026-000102'
  const verdict = { caseNo, decidedOn: '2026-11-20', licenceTaken: true, words: '取消资格、吊销许可证', basis: [] }
  const told = (more: object) =>
    all(tx =>
      noteCaseOutcome(
        tx,
        { ...about, caseNo, filedOn: '2026-11-01', over: false, ...more },
        { keyring, at: clock.now() },
      ),
    )
  const stands = async () =>
    (
      await rowsOf(
        sql<{ kind: string }>`select kind from licensing.hold where source = ${caseNo} and ended_on is null
          union all select 'bar' from licensing.person_bar where person_index = ${operatorIndex} and ended_on is null`,
      )
    ).map(row => row.kind)
  const proposed = () =>
    rowsOf(sql`select kind, state, case_no, opened_by, reason from licensing.proceeding where case_no = ${caseNo}`)
  for (const _ of [1, 2]) await told({ verdict })
  expect((await stands()).toSorted()).toEqual(['bar', 'disqualified', 'openCase'])
  expect(await proposed()).toEqual([
    {
      ...{ kind: 'revoke', state: 'examining', caseNo, openedBy: 'system:cases' },
      reason: `案件 ${caseNo} 的行政处罚决定（2026-11-20）：取消资格、吊销许可证。依据《烟草专卖法实施条例》第十四条。`,
    },
  ])
  await told({ setAside: '复议决定撤销' })
  expect(await stands()).toEqual(['openCase'])
  expect(await proposed()).toMatchObject([{ state: 'dropped' }])
  // Dropped by people or with its case, it is not proposed again.
  await told({ verdict })
  expect(await proposed()).toMatchObject([{ state: 'dropped' }])
})

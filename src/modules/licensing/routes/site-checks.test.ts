import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { StaffRole } from '#kernel/actor'
import { ok } from '#kernel/refusal'
import { createStaff } from '#modules/access'
import { movableClock } from '#platform/clock'
import { readConfig } from '#platform/config'
import { randomId } from '#platform/crypto'
import { buildServer } from '#platform/http/server'
import { createLogger } from '#platform/log'
import { createMetrics } from '#platform/metrics'
import type { Officer } from '../actions/take-step.ts'
import { takeStep } from '../actions/take-step.ts'
import type { ApplicationDetail, SiteCheckAct, siteCheckRoutes } from '../contract.ts'
import { createLicensing } from '../index.ts'
import { officer, one, openRenewalHouse, type RenewalHouse, today } from '../testing/renewal-house.ts'
import { jpegOf, siteRecord } from '../testing/site-record.ts'

type Mine = Static<(typeof siteCheckRoutes)['mySiteChecks']['reply']>
type Read = Static<(typeof siteCheckRoutes)['siteChecks']['reply']>

const folder = mkdtempSync(join(tmpdir(), 'yzt-site-'))
const window = officer('00000000-0000-4000-8000-000000000001', 'window')
const reviewer = officer('00000000-0000-4000-8000-000000000002', 'reviewer')
let house: RenewalHouse
let app: FastifyInstance
let actor: Officer
let first: Officer
let second: Officer
let third: Officer
let elsewhere: Officer
let serial = 0
let applicationNo = ''

beforeAll(async () => {
  house = await openRenewalHouse()
  const hire = async (account: string, roles: StaffRole[], areas = ['440785']): Promise<Officer> => {
    const asked = { account, name: `核查 ${account}`, roles, areas, password: 'long-enough-password' }
    const made = await house.all(tx => createStaff(tx, asked, { at: today, keyring: house.keyring }))
    if (!made.ok) throw new Error(made.refusal)
    return { ...officer(made.value.staffId, ...roles), areas }
  }
  first = await hire('first', ['verifier'])
  second = await hire('second', ['verifier'], ['440785103'])
  third = await hire('third', ['verifier'])
  elsewhere = await hire('elsewhere', ['verifier'], ['440785100'])
  const clock = movableClock(today.instant.toString())
  const config = readConfig({ YZT_DATA: folder })
  const { database } = house.test
  const services = { config, database, clock, keyring: house.keyring, log: createLogger({ level: 'silent' }) }
  const businessRegister = { look: async () => ({ kind: 'unavailable' }) as const }
  app = await buildServer({
    services,
    modules: [createLicensing({ businessRegister })],
    metrics: createMetrics({ pool: database.pool }),
    distFolder: join(folder, 'dist'),
    authenticate: async () => ok({ actor }),
  })
})
afterAll(async () => {
  await app.close()
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

async function call<T>(as: Officer, method: 'GET' | 'POST', url: string, payload?: object, key: string = randomId()) {
  actor = as
  const headers = { 'idempotency-key': key }
  const reply = await app.inject({ method, url, headers, ...(payload ? { payload } : {}) })
  return {
    status: reply.statusCode,
    body: (reply.body === '' ? {} : reply.json()) as T & { code?: string },
    raw: reply,
  }
}
const field = (rest = '') => `/api/licensing/field/site-checks${rest}`
const send = (as: Officer, act: SiteCheckAct | object, key?: string) =>
  call<{ id: string; label: string }>(as, 'POST', field(`/${applicationNo}/acts`), act, key)
const photo = (as: Officer, shade: number, change: object = {}) =>
  call(as, 'POST', field(`/${applicationNo}/photos`), {
    ...jpegOf(shade),
    capturedAt: '2026-11-23T01:20:00Z',
    ...change,
  })
const record = (change = {}, replaces: string | null = null, other = second.staffId) => ({
  kind: 'record',
  replaces,
  record: siteRecord(other, change),
})
const mine = async (as: Officer) => (await call<Mine>(as, 'GET', field())).body
const taskOf = async (as: Officer) => (await mine(as)).tasks.find(task => task.applicationNo === applicationNo)
const read = async (as: Officer) =>
  (await call<Read>(as, 'GET', `/api/licensing/applications/${applicationNo}/site-checks`)).body
const stateNow = () =>
  one(house, sql<{ state: string }>`select state from licensing.application where application_no = ${applicationNo}`)

beforeEach(async () => {
  serial += 1
  const licenceNo = String(440785100000 + serial)
  await house.addShops([{ no: licenceNo, person: serial }], { siteCheckedOn: null })
  const filed = await house.submit(licenceNo, house.citizen(serial))
  if (!filed.ok) throw new Error(filed.refusal)
  applicationNo = filed.value.applicationNo
  const step = async (by: Officer, event: string, opinion = '') => {
    const { version } = await one(
      house,
      sql<{ version: number }>`select version from licensing.application where application_no = ${applicationNo}`,
    )
    const input = opinion === '' ? {} : { opinion }
    const done = await house.all(tx =>
      takeStep(tx, { applicationNo, event, version, input, by, at: today }, house.setting),
    )
    if (!done.ok) throw new Error(`${event}: ${done.refusal}`)
  }
  await step(window, 'accept')
  await step(reviewer, 'startReview')
  await step(reviewer, 'orderSiteCheck', '核对经营场所是否与住所分开')
})

const seen = async () => {
  for (const shade of [7, 8]) expect((await photo(first, shade)).status).toBe(204)
  const sent = await send(first, record())
  expect(sent.status).toBe(200)
  const task = await taskOf(second)
  if (!task?.last) throw new Error('nothing waits for the second verifier')
  return task.last
}

describe('a site check from two telephones', () => {
  it('is listed with what must be known at the door, for verifiers of the place, and no identity number', async () => {
    const { tasks, gates, colleagues, leastPhotos } = await mine(second)
    const task = tasks.find(one => one.applicationNo === applicationNo)
    expect(task).toMatchObject({
      reason: '核对经营场所是否与住所分开',
      phone: '13800138000',
      operatorNameMasked: '梁**',
      last: null,
    })
    expect(gates).toMatchObject([{ schoolId: 'S1', school: '南塘小学', gate: '正门' }])
    expect(leastPhotos).toBe(2)
    expect(colleagues.map(({ id }) => id).toSorted()).toEqual([first.staffId, third.staffId].toSorted())
    expect(JSON.stringify(tasks)).not.toMatch(/\d{17}[\dX]/)
    expect((await mine(elsewhere)).tasks).toEqual([])
  })

  it('is not made by a verifier who has an interest in the applicant on record (行政处罚法 §43)', async () => {
    await house.all(tx =>
      sql`insert into access.staff_interest (id, staff_id, areas, kind, person_index, person_sealed, words_sealed, from_on, stated_by, stated_at)
        select gen_random_uuid(), ${third.staffId}, '{440785}', 'relative', person_index, 'v1.x', 'v1.x', '2026-11-01', ${third.staffId}, now()
        from licensing.application where application_no = ${applicationNo}`.execute(tx),
    )
    expect(await taskOf(third)).toBeUndefined()
    expect((await taskOf(first))?.standBack).toEqual([third.staffId])
    for (const shade of [7, 8]) await photo(first, shade)
    expect((await send(first, record({}, null, third.staffId))).body.code).toBe('siteCheckStandsBack')
    expect((await send(third, record({}, null, first.staffId))).body.code).toBe('siteCheckStandsBack')
    expect((await send(first, record())).status).toBe(200)
  })

  it('moves the file only when the other verifier has signed it under the own account, once', async () => {
    const last = await seen()
    expect((await stateNow()).state).toBe('siteCheck')
    expect(last).toMatchObject({
      state: 'recorded',
      awaitsMe: true,
      mine: false,
      record: { findings: '店面独立，货架整齐，与住所分开' },
    })
    const sign = { kind: 'sign', id: last.id, digest: last.digest }
    expect((await send(first, sign)).body.code).toBe('siteCheckNotYours')
    expect((await send(third, sign)).body.code).toBe('siteCheckNotYours')
    expect((await send(second, { ...sign, digest: '0'.repeat(64) })).body.code).toBe('siteCheckDiffers')
    const key = randomId()
    expect((await send(second, sign, key)).body.label).toContain('已签认')
    expect((await send(second, sign, key)).body.label).toContain('已签认')
    expect((await send(second, sign)).body.code).toBe('siteCheckEnded')
    expect((await stateNow()).state).toBe('reviewing')
    expect((await read(reviewer)).items).toMatchObject([
      { state: 'signed', by: '核查 first', second: '核查 second', lines: [{ name: '南塘小学正门', walk: 1203.5 }] },
    ])
    const walk = sql<{ metres: number; officers: number; signed: boolean }>`select metres::float8 as metres,
      cardinality(officers) as officers, confirmed_by is not null as signed from registry.school_walk order by recorded_at desc limit 1`
    expect(await one(house, walk)).toEqual({ metres: 1203.5, officers: 2, signed: true })
    const kept = sql<{
      verifiers: string[]
    }>`select verifiers from licensing.site_check order by checked_on desc limit 1`
    expect((await one(house, kept)).verifiers).toHaveLength(2)
  })

  it('gives the record and the survey as papers with signatures, sketch, distances and digests', async () => {
    const last = await seen()
    await send(second, { kind: 'sign', id: last.id, digest: last.digest })
    const detail = await call<ApplicationDetail>(reviewer, 'GET', `/api/licensing/applications/${applicationNo}`)
    const words = async (title: string) => {
      const url = detail.body.papers.find(paper => paper.label === title)?.url ?? ''
      actor = reviewer
      const pdf = await app.inject({ method: 'GET', url })
      return execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf.rawPayload }).toString().replaceAll(/\s/g, '')
    }
    const told = await words('实地核查记录表')
    for (const part of [
      '核查first、核查second',
      '经营场所与住所相独立',
      '第三人李四：门前道路去年改过',
      '申请人拒绝签名：认为不需要核查',
      last.digest,
    ])
      expect(told).toContain(part)
    expect(told).not.toContain('手写内容存于现场记录')
    const survey = await words('勘察表')
    for (const part of ['1203.5米', '直线提示', '误差约12米', jpegOf(7).digest, '现场示意图'])
      expect(survey).toContain(part)
  })

  it('a record that the other saw otherwise ends with the reason, and the check is still to be made', async () => {
    const last = await seen()
    const why = '货架后面放有床铺'
    expect((await send(second, { kind: 'dispute', id: last.id, digest: last.digest, why })).status).toBe(200)
    expect((await stateNow()).state).toBe('siteCheck')
    expect((await taskOf(first))?.last).toMatchObject({ state: 'disputed', dispute: why })
    expect((await send(first, record())).status).toBe(200)
  })

  it('two records of one visit are compared: the later one stands in only for what its writer has read', async () => {
    const last = await seen()
    const other = (replaces: string | null) => record({ findings: '店面独立，另有一扇后门' }, replaces, first.staffId)
    expect((await send(second, other(null))).body.code).toBe('siteCheckRecordedAlready')
    expect((await send(third, other(last.digest))).body.code).toBe('siteCheckRecordedAlready')
    expect((await send(second, other(last.digest))).status).toBe(200)
    expect((await taskOf(first))?.last).toMatchObject({
      awaitsMe: true,
      record: { findings: '店面独立，另有一扇后门' },
    })
    expect((await read(reviewer)).items.map(({ state }) => state)).toEqual(['replaced', 'recorded'])
  })

  it('photos must be the ones that were taken, whole and here', async () => {
    expect((await photo(first, 7, { digest: jpegOf(8).digest })).body.code).toBe('sitePhotoAltered')
    expect(
      (await photo(first, 7, { content: Buffer.from('no picture at all'.repeat(9)).toString('base64') })).body.code,
    ).toBe('photoUnreadable')
    expect((await send(first, record())).body.code).toBe('sitePhotoMissing')
    for (const shade of [7, 7, 8]) expect((await photo(first, shade)).status).toBe(204)
    expect((await send(first, record())).status).toBe(200)
    const looked = await call<{ jpeg: string }>(
      reviewer,
      'GET',
      `/api/licensing/applications/${applicationNo}/site-photos/${jpegOf(7).digest}`,
    )
    expect(looked.body.jpeg).toBe(jpegOf(7).content)
  })

  it('a walk shorter than the line, or to a gate nobody knows, is asked about', async () => {
    for (const shade of [7, 8]) await photo(first, shade)
    const walk = { schoolId: 'S1', gate: '正门', metres: 60, method: 'wheel', note: '' }
    expect((await send(first, record({ walks: [walk] }))).body.code).toBe('siteWalkShort')
    expect((await send(first, record({ walks: [{ ...walk, gate: '后门' }] }))).body.code).toBe('siteCheckGateUnknown')
    expect((await send(first, record({ walks: [{ ...walk, note: '登记的校门位置有误' }] }))).status).toBe(200)
  })

  it('what the rules did not take is kept for the office, which opens and settles it on record', async () => {
    const act = record()
    await house.all(tx =>
      sql`update licensing.application set state = 'withdrawn' where application_no = ${applicationNo}`.execute(tx),
    )
    expect((await send(first, act)).body.code).toBe('siteCheckNotOrdered')
    expect(
      (await call(first, 'POST', field(`/${applicationNo}/held`), { act, why: 'siteCheckNotOrdered' })).status,
    ).toBe(200)
    const [held] = (await read(reviewer)).held
    expect(held).toMatchObject({ why: 'siteCheckNotOrdered', by: '核查 first' })
    const url = `/api/licensing/applications/${applicationNo}/held-site-checks/${held?.id}`
    expect((await call<{ act: SiteCheckAct }>(reviewer, 'POST', `${url}/opening`)).body.act).toEqual(act)
    expect((await call(reviewer, 'POST', `${url}/settlement`, { note: '申请已撤回，不再核查' })).status).toBe(204)
    expect((await call(reviewer, 'POST', `${url}/settlement`, { note: '再一次' })).status).toBe(404)
    expect((await read(reviewer)).held).toEqual([])
  })

  it('is no matter of verifiers of another town, and a record is never changed in the database', async () => {
    const last = await seen()
    expect((await send(elsewhere, record())).status).toBe(404)
    const change = sql`update licensing.site_record set state = 'replaced', ended_at = now() where id = ${last.id}`
    await house.all(tx => change.execute(tx))
    await expect(house.all(tx => change.execute(tx))).rejects.toThrow('a site check ends once')
  })
})

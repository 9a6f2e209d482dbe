import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/actor'
import { ok } from '#kernel/refusal'
import { type MovableClock, movableClock } from '#platform/clock'
import { readConfig } from '#platform/config'
import { randomId } from '#platform/crypto'
import { buildServer } from '#platform/http/server'
import { createLogger } from '#platform/log'
import { createMetrics } from '#platform/metrics'
import type { ApplicationDetail, CheckResult, ServiceSheet } from '../contract.ts'
import { createLicensing } from '../index.ts'
import type { BusinessLook } from '../ports.ts'
import { readServiceSheet } from '../queries/service-sheet.ts'
import { applicationEvents } from '../rules/application/events.ts'
import { officer, one, openRenewalHouse, type RenewalHouse, submitBody } from '../testing/renewal-house.ts'

const folder = mkdtempSync(join(tmpdir(), 'yzt-licensing-'))
const reviewer = officer('00000000-0000-4000-8000-000000000002', 'reviewer', 'decider')
const window = officer('00000000-0000-4000-8000-000000000001', 'window')
const [granted, waiting, cancelled] = ['440785100001', '440785100002', '440785100003']

let house: RenewalHouse
let app: FastifyInstance
let clock: MovableClock
let actor: Actor
let look: BusinessLook | 'never' = { kind: 'unavailable' }
let looks = 0

beforeAll(async () => {
  house = await openRenewalHouse()
  await house.addShops([
    { no: granted, person: 1 },
    { no: cancelled, person: 1, status: 'cancelled', validTo: '2026-12-30', address: '沙湖镇别处9号' },
  ])
  await house.addShops([{ no: waiting, person: 2 }], { siteCheckedOn: null })
  await house.all(tx => sql`update registry.retailer set credit_code = '92440785MA00000000'`.execute(tx))
  clock = movableClock('2026-11-23T02:00:00Z')
  const config = readConfig({ YZT_DATA: folder })
  const services = {
    config,
    database: house.test.database,
    clock,
    keyring: house.keyring,
    log: createLogger({ level: 'silent' }),
  }
  const businessRegister = {
    look: () => {
      looks += 1
      return look === 'never' ? new Promise<BusinessLook>(() => undefined) : Promise.resolve(look)
    },
  }
  app = await buildServer({
    ...{
      services,
      modules: [createLicensing({ businessRegister })],
      metrics: createMetrics({ pool: house.test.database.pool }),
      distFolder: join(folder, 'dist'),
    },
    authenticate: async () => ok({ actor }),
  })
})
afterAll(async () => {
  await app.close()
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

async function get<T>(url: string, as: Actor): Promise<{ status: number; body: T }> {
  actor = as
  const reply = await app.inject({ method: 'GET', url })
  return { status: reply.statusCode, body: reply.json() as T }
}
async function post<T>(
  url: string,
  payload: unknown,
  as: Actor,
  key: string = randomId(),
): Promise<{ status: number; body: T }> {
  actor = as
  const headers = { 'idempotency-key': key, 'content-type': 'application/json' }
  const reply = await app.inject({ method: 'POST', url, headers, payload: JSON.stringify(payload) })
  return { status: reply.statusCode, body: reply.json() as T }
}
/** The market register as it should answer for a shop of the tests. */
const agreeing = (no: string): BusinessLook => ({
  kind: 'found',
  licence: {
    live: true,
    name: `模拟商店${no.slice(-5)}`,
    operatorName: '梁模拟',
    address: `广东省江门市恩平市沙湖镇南塘村${no.slice(-5)}号`,
  },
})

describe('the citizen’s pages', () => {
  it('show the own licences with what can be done now, and why not', async () => {
    const { body } = await get<{
      items: { licenceNo: string; services: { service: string; available: boolean; why: string | null }[] }[]
    }>('/api/licensing/my/licences', house.citizen(1))
    expect(body.items.map(item => item.licenceNo)).toEqual([granted, cancelled])
    expect(body.items[0]?.services.filter(s => s.available).map(s => s.service)).toEqual([
      ...['renewal', 'change', 'suspend', 'reissue', 'close', 'print'],
    ])
    expect(body.items[1]?.services.some(service => service.available)).toBe(false)
    expect(body.items[1]?.services[0]?.why).toContain('已注销')
  })

  it('fill in the sheet, and give the same reasons before and after submitting', async () => {
    look = { kind: 'unavailable' }
    const sheet = (await get<ServiceSheet>(`/api/licensing/my/licences/${waiting}/services/renewal`, house.citizen(2)))
      .body
    expect(sheet).toMatchObject({
      renewal: { window: 'open', newValidFrom: '2027-01-16', newValidTo: '2032-01-15' },
      phoneMasked: '*******8000',
      outcome: 'person',
    })
    expect(JSON.stringify(sheet)).not.toMatch(/\d{17}[\dX]/)
    const submitted = (await post<CheckResult>('/api/licensing/applications', submitBody(waiting), house.citizen(2)))
      .body
    const told = (findings: CheckResult['findings']) =>
      findings.filter(f => f.outcome !== 'pass').map(f => [f.rule, f.reason])
    expect(told(submitted.findings)).toEqual(told(sheet.findings))
    expect(told(sheet.findings).map(([rule]) => rule)).toEqual(['R04', 'A01'])
  })

  it('grant a renewal through HTTP, and answer the same key with the same reply', async () => {
    look = agreeing(granted)
    const key = randomId()
    const first = await post<CheckResult>('/api/licensing/applications', submitBody(granted), house.citizen(1), key)
    expect(first).toMatchObject({ status: 200, body: { outcome: 'grant', licence: { validTo: '2032-01-15' } } })
    expect(await post('/api/licensing/applications', submitBody(granted), house.citizen(1), key)).toEqual(first)
    const other = await post(
      '/api/licensing/applications',
      submitBody(granted, { phone: '13900000000' }),
      house.citizen(1),
      key,
    )
    expect(other.status).toBe(422)
    const mine = await get<{ items: { state: string; licenceNo: string }[] }>(
      '/api/licensing/my/applications',
      house.citizen(1),
    )
    expect(mine.body.items).toMatchObject([{ state: 'granted', licenceNo: granted }])
  })

  it('show nothing of another person, and ask no outside system about him', async () => {
    const before = looks
    expect((await get(`/api/licensing/my/licences/${waiting}/services/renewal`, house.citizen(1))).status).toBe(404)
    expect((await post('/api/licensing/applications', submitBody(waiting), house.citizen(1))).status).toBe(404)
    expect(looks).toBe(before)
  })

  it('show nothing of another person even where row security would', async () => {
    const request = {
      licenceNo: waiting,
      service: 'renewal',
      personIndex: house.citizen(1).personIndex,
      method: 'card',
      business: { kind: 'noCode' },
      businessNow: null,
      today: clock.now().today,
    } as const
    expect(await house.all(tx => readServiceSheet(tx, request, house.setting))).toMatchObject({
      refusal: 'licenceNotYours',
    })
  })

  it('tell the progress to whoever holds number and code, and the same nothing to everybody else', async () => {
    const no = '440785100077'
    await house.addShops([{ no, person: 77, validTo: '2027-01-15' }], { siteCheckedOn: null })
    look = { kind: 'unavailable' }
    const filed = (await post<CheckResult>('/api/licensing/applications', submitBody(no), house.citizen(77))).body
    const ask = (applicationNo: string, code: string) =>
      get<Record<string, unknown>>(`/api/licensing/progress/${applicationNo}?code=${code}`, { kind: 'anonymous' })
    const { applicationNo, checkCode } = filed
    const told = await ask(applicationNo.toLowerCase(), `${checkCode.slice(0, 3).toLowerCase()}-${checkCode.slice(3)}`)
    expect(told).toMatchObject({ status: 200, body: { stateLabel: '已收件，待受理', serviceLabel: '延续' } })
    expect(JSON.stringify(told.body)).not.toMatch(/模拟|梁|440785100077|138/)
    const wrong = await ask(applicationNo, 'AAAAAA')
    const unknown = await ask('R20200101-000001', checkCode)
    expect([wrong.status, unknown.status]).toEqual([404, 404])
    expect(wrong.body['code']).toBe(unknown.body['code'])
  })

  it('do not wait for a market register that never answers', async () => {
    look = 'never'
    const { body } = await get<ServiceSheet>(`/api/licensing/my/licences/${waiting}/services/renewal`, house.citizen(2))
    expect(body.findings.find(f => f.rule === 'R04')).toMatchObject({ outcome: 'notChecked' })
  })
})

describe('the officer’s pages', () => {
  const list = (query: string, as: Actor = window) =>
    get<{
      items: { applicationNo: string; licenceNo: string; clock: object; nextStep: string }[]
      total: number
      counts: object
    }>(`/api/licensing/work-list?${query}`, as)
  const detailOf = async (as: Actor) => {
    const { body } = await list('view=all', as)
    const no = body.items.find(item => item.licenceNo === waiting)?.applicationNo ?? ''
    return { no, ...(await get<ApplicationDetail>(`/api/licensing/applications/${no}`, as)) }
  }

  it('list by clock what this officer can do now', async () => {
    const { body } = await list('view=mine')
    expect(body.items.find(item => item.licenceNo === waiting)).toMatchObject({
      nextStep: '受理',
      clock: { kind: 'accept', dueOn: '2026-11-30', workingDaysLeft: 5, tone: 'calm' },
    })
    expect((await list('view=mine', officer('x', 'head'))).body.items).toEqual([])
    expect((await list(`view=all&search=${waiting}&tone=calm&town=440785103`)).body.total).toBe(1)
    expect((await list('view=all&tone=overdue')).body.total).toBe(0)
    expect((await list('view=all', { ...window, areas: ['440781'] })).body.total).toBe(0)
  })

  it('show one file with trace, steps and reasons why not, masked, and put the look on record', async () => {
    const { no, status, body } = await detailOf(reviewer)
    expect(status).toBe(200)
    expect(body.steps.find(step => step.event === 'accept')).toMatchObject({
      allowed: false,
      whyNot: expect.stringContaining('窗口受理'),
    })
    expect(body.trace?.findings).toHaveLength(18)
    expect(body.timeline.map(line => line.label)).toEqual(['提交申请'])
    expect(JSON.stringify(body.applicant)).not.toMatch(/13800138000|\d{17}[\dX]/)
    const { n } = await one(
      house,
      sql<{
        n: number
      }>`select count(*)::int as n from platform.audit_entry where action = 'licensing.readApplication' and subject = ${no}`,
    )
    expect(n).toBe(1)
  })

  it('take one step at a time: the button, the guard and the next page agree', async () => {
    const { no, body } = await detailOf(window)
    const main = body.steps.find(step => step.main)
    expect(main).toMatchObject({ event: 'accept', allowed: true })
    const accepted = await post<ApplicationDetail>(
      `/api/licensing/applications/${no}/steps`,
      { event: 'accept', version: body.version },
      window,
    )
    expect(accepted).toMatchObject({
      status: 200,
      body: { state: 'accepted', version: body.version + 1, papers: [{ label: '受理行政许可通知书' }] },
    })
    expect(
      (await post(`/api/licensing/applications/${no}/steps`, { event: 'accept', version: body.version }, window))
        .status,
    ).toBe(409)
    const unknown = await post(
      `/api/licensing/applications/${no}/steps`,
      { event: '陈小明 110105', version: body.version + 1 },
      window,
    )
    expect(unknown.status).toBe(422)
    const { n } = await one(
      house,
      sql<{ n: number }>`select count(*)::int as n from platform.audit_entry where action like '%陈小明%'`,
    )
    expect(n).toBe(0)
  })

  it('show a licence with its files and prints', async () => {
    const { body } = await get<{ licence: object; applications: object[] }>(
      `/api/licensing/licences/${granted}`,
      window,
    )
    expect(body).toMatchObject({ licence: { version: 2 }, applications: [{ state: 'granted' }], prints: [] })
  })
})

describe('bad input', () => {
  const person = () => house.citizen(2)

  it.each([
    'page=1e300',
    'page=0',
    'size=9999',
    'view=none',
    'search=%00',
    'town=%00',
    'search=%25_%5C',
    'state=%00',
    'page=999999999',
  ])('work-list?%s is no fault of the server', async query => {
    expect((await get(`/api/licensing/work-list?${query}`, window)).status).toBeLessThan(500)
  })

  it.each(['%00', '%E2%80%AE', '..%2F..', '1'.repeat(12), "'; drop--"])(
    'a number like %s is no fault of the server',
    async no => {
      for (const url of [
        `/api/licensing/my/licences/${no}/services/renewal`,
        `/api/licensing/licences/${no}`,
        `/api/licensing/applications/${no}`,
      ])
        expect((await get(url, url.includes('/my/') ? person() : window)).status).toBeLessThan(500)
    },
  )

  // Near to valid, so that most get past the schema; few, so that the rate limit does not answer for us.
  const text = fc.oneof(
    { weight: 2, arbitrary: fc.constant('同意，情况属实。') },
    fc.string({ unit: 'binary', maxLength: 40 }),
  )

  it('no submission of any shape gives a 5xx', async () => {
    look = { kind: 'unavailable' }
    const strokes = fc.array(fc.array(fc.integer({ min: -4000, max: 8000 }), { minLength: 2, maxLength: 9 }), {
      minLength: 1,
      maxLength: 4,
    })
    const body = fc.record({
      service: fc.constant('renewal'),
      licenceNo: fc.oneof(
        fc.constantFrom(waiting, granted, cancelled, '440785999999'),
        fc.string({ unit: 'binary', minLength: 12, maxLength: 12 }),
      ),
      phone: fc.oneof(fc.constantFrom(null, '13900000000'), fc.string({ unit: 'binary', maxLength: 20 })),
      consent: fc.record({ version: fc.constantFrom('2026-11', '2026-11', '\u0000', 'x'), agreed: fc.boolean() }),
      signature: fc.record({
        kind: fc.constant('handwritten'),
        width: fc.constant(600),
        height: fc.constant(300),
        strokes,
      }),
      startedAt: fc.constantFrom(
        '2026-11-23T23:59:60Z',
        '9999-12-31T23:59:59Z',
        '0000-01-01T00:00:00Z',
        '2026-02-30T00:00:00Z',
      ),
    })
    await fc.assert(
      fc.asyncProperty(body, fc.constantFrom(1, 2), async (payload, n) => {
        expect((await post('/api/licensing/applications', payload, house.citizen(n))).status).toBeLessThan(500)
      }),
      { numRuns: 100 },
    )
  })

  it('no step of any shape gives a 5xx', async () => {
    const file = () =>
      one(
        house,
        sql<{
          no: string
          version: number
        }>`select application_no as no, version from licensing.application where licence_no = ${waiting}`,
      )
    const body = fc.record(
      {
        event: fc.oneof(
          fc.constantFrom(...Object.keys(applicationEvents), '__proto__'),
          fc.string({ unit: 'binary', maxLength: 40 }),
        ),
        opinion: text,
        items: fc.array(fc.record({ what: text, how: text }), { maxLength: 3 }),
        grounds: fc.array(fc.integer({ min: 1, max: 11 }), { maxLength: 4 }),
        statement: fc.record({ heard: fc.boolean(), text }),
      },
      { requiredKeys: ['event', 'opinion', 'grounds'] },
    )
    const everyRole = { ...window, roles: ['window', 'reviewer', 'head'] as const }
    await fc.assert(
      fc.asyncProperty(
        body,
        fc.constantFrom(everyRole, reviewer),
        fc.constantFrom(0, 0, 0, 1e300),
        async (payload, as, wrong) => {
          const { no, version } = await file()
          const reply = await post(
            `/api/licensing/applications/${no}/steps`,
            { ...payload, version: version + wrong },
            as,
          )
          expect(reply.status).toBeLessThan(500)
        },
      ),
      { numRuns: 120 },
    )
  })
})

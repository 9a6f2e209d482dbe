import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/actor'
import { creditCodeCheck } from '#kernel/credit-code'
import { ok } from '#kernel/refusal'
import { createAccess } from '#modules/access'
import { type MovableClock, movableClock } from '#platform/clock'
import { readConfig } from '#platform/config'
import { randomId } from '#platform/crypto'
import { buildServer } from '#platform/http/server'
import { createLogger } from '#platform/log'
import { createMetrics } from '#platform/metrics'
import { barePorts } from '../../access/testing/house.ts'
import { carryOutGrant } from '../actions/carry-out-grant.ts'
import type { ApplicationDetail, CheckResult, Draft, SavedDraft, ServiceSheet, WindowVisit } from '../contract.ts'
import { createLicensing } from '../index.ts'
import { lockApplication } from '../store.ts'
import { officer, one, openRenewalHouse, person, type RenewalHouse, submitBody } from '../testing/renewal-house.ts'

const folder = mkdtempSync(join(tmpdir(), 'yzt-window-'))
const no = '440785100001'
const [windowId, otherId] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000009']
const window = officer(windowId, 'window')
const creditCode = `92440785MA0000000${creditCodeCheck('92440785MA0000000')}`
let house: RenewalHouse
let app: FastifyInstance
let clock: MovableClock
let actor: Actor

beforeAll(async () => {
  house = await openRenewalHouse()
  await house.addShops([{ no, person: 1, validTo: '2029-06-01' }])
  for (const [id, account] of [
    [windowId, 'window'],
    [otherId, 'other'],
  ] as const)
    await house.all(tx =>
      sql`insert into access.staff (id, account, name, roles, areas, created_at)
        values (${id}, ${account}, '窗口模拟', array['window'], array['440785'], now())`.execute(tx),
    )
  clock = movableClock('2026-11-23T02:00:00Z')
  const services = {
    config: readConfig({ YZT_DATA: folder }),
    database: house.test.database,
    clock,
    keyring: house.keyring,
    log: createLogger({ level: 'silent' }),
  }
  const licence = { live: true, name: '新开模拟商店', operatorName: '黄模拟', address: '沙湖镇新街1号' }
  const businessRegister = { look: async () => ({ kind: 'found' as const, licence }) }
  const businessesOfPerson = {
    listOf: async () => ({ kind: 'found' as const, licences: [{ creditCode, ...licence }] }),
  }
  app = await buildServer({
    services,
    modules: [createAccess(barePorts), createLicensing({ businessRegister, businessesOfPerson })],
    metrics: createMetrics({ pool: house.test.database.pool }),
    distFolder: join(folder, 'dist'),
    authenticate: async () => ok({ actor }),
  })
})
afterAll(async () => {
  await app.close()
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

async function ask<T>(
  url: string,
  body?: unknown,
  as: Actor = window,
): Promise<{ status: number; body: T & { code?: string } }> {
  actor = as
  const reply = await app.inject(
    body === undefined
      ? { method: 'GET', url }
      : {
          method: 'POST',
          url,
          headers: { 'idempotency-key': randomId(), 'content-type': 'application/json' },
          payload: JSON.stringify(body),
        },
  )
  return { status: reply.statusCode, body: reply.json() as T & { code?: string } }
}

const cardOf = (n: number, change: object = {}) => ({
  name: '黄模拟',
  sex: '男',
  ethnicGroup: '汉',
  birth: '1970-01-01',
  idNo: person(n),
  issuer: '恩平市公安局',
  validFrom: '2020-01-01',
  validTo: '2040-01-01',
  ...change,
})
async function stand(n: number, as: Actor = window): Promise<string> {
  const { body } = await ask<{ counterId: string }>(
    '/api/access/counter-sessions',
    { card: cardOf(n), read: 'typed' },
    as,
  )
  return body.counterId
}
const at = (counterId: string, path = '') => `/api/licensing/window/${counterId}${path}`

describe('an officer at the window', () => {
  it('takes an application of the person who stands there, and the file says so', async () => {
    const id = await stand(1)
    const visit = await ask<WindowVisit>(at(id))
    expect(visit.body.licences.map(({ licenceNo }) => licenceNo)).toEqual([no])
    const sheet = await ask<ServiceSheet>(at(id, `/services/suspend?licenceNo=${no}`))
    expect(sheet.body).toMatchObject({
      service: 'suspend',
      facts: { applicantIsHolder: true, identity: { method: 'counter' } },
    })
    const answers = { from: '2026-12-20', to: '2027-02-28', reason: 'illness' }
    const sent = await ask<CheckResult>(at(id, '/applications'), submitBody(no, { service: 'suspend', answers }))
    expect(sent.body).toMatchObject({ outcome: 'grant', state: 'granted' })
    const file = await ask<ApplicationDetail>(`/api/licensing/applications/${sent.body.applicationNo}`)
    expect(file.body).toMatchObject({
      channel: '窗口',
      applicant: { nameMasked: '黄**', method: '窗口核对身份证' },
      terminal: null,
    })
    expect(file.body.timeline[0]).toMatchObject({ event: 'submit', by: '窗口模拟' })
  })

  it('types a wrong number and is told which field, with nothing stored', async () => {
    const wrong = await ask('/api/access/counter-sessions', {
      card: cardOf(1, { idNo: '440785197001010011' }),
      read: 'typed',
    })
    expect(wrong).toMatchObject({ status: 422, body: { code: 'cardMalformed' } })
  })

  it('serves one person: nobody else’s licence, and no session of another officer or of the person before', async () => {
    const before = await stand(1)
    const id = await stand(2)
    const sent = await ask(
      at(id, '/applications'),
      submitBody(no, { service: 'reissue', answers: { cause: 'lost', which: 'both' } }),
    )
    expect(sent.body.code).toBe('licenceNotYours')
    expect((await ask(at(before))).body.code).toBe('counterSessionEnded')
    expect((await ask(at(id), undefined, officer(otherId, 'window'))).body.code).toBe('counterSessionEnded')
    clock.advance({ minutes: 31 })
    expect((await ask(at(id))).body.code).toBe('counterSessionEnded')
  })

  it('prints the query page for whoever stands there, on the ledger of every channel, and says what became of it', async () => {
    const id = await stand(1)
    const reserve = (visit = id) =>
      ask<{ printId: string; url: string; copyNo: number }>(at(visit, '/prints'), { licenceNo: no })
    const told = (visit: string, printed: boolean) =>
      ask<{ state: string }>(at(visit, `/prints/${sheet.printId}/outcome`), { printed })
    const { body: sheet } = await reserve()
    expect((await reserve()).body).toEqual(sheet)
    const page = await app.inject({ method: 'GET', url: sheet.url })
    expect([page.statusCode, page.body.slice(0, 5)]).toEqual([200, '%PDF-'])
    const look = sql`select count(*)::int as n from platform.audit_entry where action = 'licensing.readPrintPage' and subject = ${no}`
    expect(await one(house, look)).toEqual({ n: 1 })
    expect((await ask(sheet.url, undefined, officer(otherId, 'reviewer'))).status).toBe(403)
    expect((await told(id, false)).body.state).toBe('unknown')
    expect((await ask(sheet.url)).body.code).toBe('printPageClosed')
    expect((await reserve()).body.copyNo).toBe(sheet.copyNo + 1)
    const next = await stand(2)
    expect([(await reserve(next)).status, (await told(next, true)).status]).toEqual([404, 404])
    expect((await ask(at(next, `/prints/${sheet.printId}/page`))).status).toBe(404)
    expect((await ask(sheet.url)).body.code).toBe('counterSessionEnded')
  })

  it('continues a draft that was begun at the terminal, with the card of its person only', async () => {
    const draft = { service: 'change', licenceNo: no, answers: { items: 'shopName' }, deliver: null, phone: null }
    const saved = await ask<SavedDraft>('/api/licensing/my/drafts', draft, house.citizen(1))
    const stranger = await stand(2)
    expect((await ask(at(stranger, '/drafts/opening'), { code: saved.body.code })).body.code).toBe('draftUnknown')
    const id = await stand(1)
    expect((await ask<WindowVisit>(at(id))).body.drafts.map(({ code }) => code)).toEqual([saved.body.code])
    const opened = await ask<Draft>(at(id, '/drafts/opening'), { code: saved.body.code })
    expect(opened.body.answers).toEqual({ items: 'shopName' })
    expect(opened.body.history.map(({ channel }) => channel)).toEqual(['terminal', 'window'])
  })
})

/** All that is asked: names, kind, address and town are on record already. */
const newShop = {
  creditCode,
  operatorIdNo: person(7),
  placeSame: 'yes',
  position: '112.4405，22.345，8',
  placeOwner: '2501',
  areaM2: '30',
  independent: 'yes',
  format: '食杂店',
  scope: '卷烟零售',
  funds: 'yes',
}
const issueBody = (answers: object = newShop) => ({
  ...submitBody(no),
  service: 'issue',
  licenceNo: null,
  answers,
  phone: '13800138000',
})

describe('新办 at the window', () => {
  it('offers the businesses of the card’s holder, and of nobody whose number was typed instead', async () => {
    const id = await stand(6)
    const offeredTo = async (operatorIdNo: string) => {
      const { body } = await ask<ServiceSheet>(at(id, '/new-licence'), { answers: { operatorIdNo } })
      return body.known.newShop
    }
    expect(await offeredTo(person(6))).toMatchObject({ businessesLook: 'found', businesses: [{ creditCode }] })
    expect(await offeredTo(person(8))).toMatchObject({ businessesLook: 'notAsked', businesses: [] })
    expect(JSON.stringify(await offeredTo(person(6)))).not.toContain(person(6))
  })

  it('is filled from the business licence, received with a receipt’s number, and looked at by people', async () => {
    const id = await stand(7)
    const sheet = await ask<ServiceSheet>(at(id, '/new-licence'), { answers: { creditCode } })
    expect(sheet.body).toMatchObject({
      licence: null,
      known: { business: { name: '新开模拟商店' }, newShop: { applicantName: '黄模拟' } },
    })
    const sent = await ask<CheckResult>(at(id, '/applications'), issueBody())
    expect(sent.body).toMatchObject({ outcome: 'person', state: 'submitted', licence: null })
    expect(sent.body.findings.map(({ rule }) => rule)).toContain('N02')
    const row = await one(
      house,
      sql`select service, licence_no, area_code, channel, clock_kind from licensing.application where application_no = ${sent.body.applicationNo}`,
    )
    expect(row).toEqual({
      service: 'issue',
      licenceNo: null,
      areaCode: '440785103',
      channel: 'window',
      clockKind: 'accept',
    })
    const file = await ask<ApplicationDetail>(`/api/licensing/applications/${sent.body.applicationNo}`)
    expect(file.body.steps.some(step => step.event === 'accept' && step.allowed)).toBe(true)
    expect(file.body.request.map(({ label, value }) => [label, value])).toEqual(
      expect.arrayContaining([
        ['店的地址', '沙湖镇新街1号'],
        ['店在哪个镇（街道）？', '沙湖镇'],
      ]),
    )
    const twice = await ask(at(id, '/applications'), issueBody())
    expect(twice.body.code).toBe('alreadyInProgress')
  })

  it('granted, is told to the house and reachable: certificate, delivery and the telephone of the application', async () => {
    const { applicationNo } = await house.all(async tx => {
      const { rows } = await sql<{ applicationNo: string }>`
        select application_no from licensing.application where service = 'issue'`.execute(tx)
      return rows[0] ?? { applicationNo: '' }
    })
    const carried = await house.all(async tx => {
      const file = await lockApplication(tx, applicationNo)
      if (!file) throw new Error('the application is gone')
      return carryOutGrant(tx, file, { at: clock.now() }, house.setting)
    })
    const licenceNo = carried.ok ? carried.value : carried.refusal
    const told = await one(
      house,
      sql`select payload from platform.announcement where event = 'licensing.licenceIssued'`,
    )
    expect(told).toMatchObject({ payload: { licenceNo, state: 'valid', version: 1 } })
    // On the map where the application said: whoever applies next door is told of it.
    const shop = await one(
      house,
      sql`select phone_masked, lng, lat from registry.retailer r join registry.premises p on p.retailer_id = r.id
        where licence_no = ${licenceNo}`,
    )
    expect(shop).toEqual({ phoneMasked: '*******8000', lng: 112.4405, lat: 22.345 })
  })

  it.each([
    ['another person’s number', { ...newShop, operatorIdNo: person(8) }, 'operatorNotApplicant'],
    ['a number that is none', { ...newShop, operatorIdNo: '440785197001010011' }, 'answerWrong'],
    ['a town of another county', { ...newShop, placeSame: 'no', address: '新街1号', town: '440784100' }, 'answerWrong'],
    ['a place at the end of the world', { ...newShop, position: '2.35,48.85' }, 'answerWrong'],
    ['an answer nobody asked for', { ...newShop, married: 'yes' }, 'answerUnknown'],
    ['a question left open', { ...newShop, funds: '' }, 'answerMissing'],
  ])('does not take %s', async (_, answers, code) => {
    const id = await stand(7)
    expect((await ask(at(id, '/applications'), issueBody(answers))).body.code).toBe(code)
  })
})

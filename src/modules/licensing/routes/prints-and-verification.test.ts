import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/actor'
import { ok } from '#kernel/refusal'
import { type MovableClock, movableClock } from '#platform/clock'
import { readConfig } from '#platform/config'
import { randomId } from '#platform/crypto'
import { buildServer } from '#platform/http/server'
import { openKeyring } from '#platform/keyring'
import { createLogger } from '#platform/log'
import { createMetrics } from '#platform/metrics'
import { defineModule } from '#platform/module'
import { createTestDatabase, type TestDatabase } from '../../../../test/database/harness.ts'
import type { PrintTicket, Verification } from '../contract.ts'
import { elicenceRefusals } from '../elicence/refusals.ts'
import { tokenOfPdf } from '../elicence/token-of-pdf.ts'
import { verifyToken } from '../elicence/verify-token.ts'
import { issuePaper } from '../papers/issue-paper.ts'
import { sampleFace } from '../rules/sample-face.ts'
import { seedApplication, seedLicence } from '../testing/seed-licence.ts'
import { guideDayRoutes } from './guide-days.ts'
import { paperRoutes } from './papers.ts'
import { printRoutes } from './prints.ts'
import { verificationRoutes } from './verification.ts'

const folder = mkdtempSync(join(tmpdir(), 'yzt-prints-'))
const licenceNo = sampleFace.licenceNo
const citizen = { kind: 'citizen', sessionId: 's1', personIndex: 'person-1', terminalId: 't1', method: 'card' } as const
const terminal: Actor = { kind: 'terminal', terminalId: 't1' }
const officer: Actor = { kind: 'staff', staffId: 'o1', sessionId: 'x', roles: ['window'], areas: ['440785'] }

let test: TestDatabase
let app: FastifyInstance
let clock: MovableClock
let keys: Readonly<Record<string, string>>
let actor: Actor = citizen

beforeAll(async () => {
  test = await createTestDatabase()
  clock = movableClock('2026-11-23T02:00:00Z')
  const keyring = await openKeyring(join(folder, 'keys'), { create: true })
  keys = keyring.licencePublicKeys()
  const config = readConfig({ YZT_PUBLIC_URL: 'https://yzt.test', YZT_DATA: folder })
  const services = { config, database: test.database, clock, keyring, log: createLogger({ level: 'silent' }) }
  const routes = [...guideDayRoutes, ...printRoutes, ...paperRoutes, ...verificationRoutes]
  const modules = [defineModule({ name: 'licensing', routes, refusals: elicenceRefusals })]
  const metrics = createMetrics({ pool: test.database.pool })
  app = await buildServer({
    ...{ services, modules, metrics, distFolder: join(folder, 'dist') },
    authenticate: async () => ok({ actor }),
  })
  const shop = await seedLicence(test.database, { face: { ...sampleFace, version: 1 } })
  await seedApplication(test.database, shop, 'R20261123-000001')
})
afterAll(async () => {
  await app.close()
  await test.drop()
  rmSync(folder, { recursive: true, force: true })
})

async function ask(as: Actor, method: 'GET' | 'POST', url: string, body?: object, key = randomId()) {
  actor = as
  const reply = await app.inject({
    method,
    url,
    headers: method === 'POST' ? { 'idempotency-key': key } : {},
    ...(body === undefined ? {} : { payload: body }),
  })
  return { status: reply.statusCode, bytes: reply.rawPayload, json: () => reply.json<Record<string, unknown>>() }
}
const reserve = async (face = 'original'): Promise<PrintTicket> =>
  (await ask(citizen, 'POST', '/api/licensing/prints', { licenceNo, face })).json() as PrintTicket
const verify = async (query = ''): Promise<Verification> =>
  (await ask({ kind: 'anonymous' }, 'GET', `/api/licensing/verification/${licenceNo}${query}`)).json() as Verification

describe('a print, from the tap to the hand', () => {
  it('gives one page for one key, lets session and terminal fetch it again, and closes it once paper moved', async () => {
    const body = { licenceNo, face: 'original' }
    const first = await ask(citizen, 'POST', '/api/licensing/prints', body, 'print-key-0001')
    const again = await ask(citizen, 'POST', '/api/licensing/prints', body, 'print-key-0001')
    expect(again.json()).toEqual(first.json())
    const ticket = first.json() as PrintTicket
    const page = await ask(citizen, 'GET', ticket.url)
    expect(page.status).toBe(200)
    expect(verifyToken(tokenOfPdf(page.bytes) ?? '', keys)).toMatchObject({
      value: { licenceNo, copyNo: ticket.copyNo },
    })
    clock.advance({ minutes: 3 })
    const fetched = await ask(terminal, 'GET', ticket.url)
    expect(Buffer.compare(fetched.bytes, page.bytes)).toBe(0)

    const outcome = { outcome: 'printed', reason: 'completed' }
    const told = await ask(terminal, 'POST', `/api/licensing/prints/${ticket.printId}/outcome`, outcome)
    expect(told.json()).toMatchObject({ state: 'printed' })
    const late = await ask(terminal, 'GET', ticket.url)
    expect(late.status).toBe(410)
    expect(JSON.stringify(late.json())).toContain('printPageClosed')
    const kept = await ask(citizen, 'POST', `/api/licensing/prints/${ticket.printId}/confirmation`, { received: true })
    expect(kept.json()).toMatchObject({ state: 'confirmed' })
  })

  it('is found by nobody else: another terminal, another session, another person', async () => {
    const ticket = await reserve('query')
    for (const other of [
      { kind: 'terminal', terminalId: 't2' },
      { ...citizen, sessionId: 's2' },
      { ...citizen, personIndex: 'person-2' },
    ] satisfies Actor[]) {
      expect((await ask(other, 'GET', ticket.url)).status).toBe(404)
    }
    expect((await ask(officer, 'GET', ticket.url)).status).toBe(403)
    expect((await ask({ kind: 'anonymous' }, 'GET', ticket.url)).status).toBe(401)
  })
})

describe('the paper of an application, on the same ledger', () => {
  const receipt = (as: Actor, no = 'R20261123-000001') =>
    ask(as, 'POST', `/api/licensing/my/applications/${no}/receipt-prints`)

  it('is written once, fetched by the terminal, and is no copy of the licence', async () => {
    const ticket = (await receipt(citizen)).json() as PrintTicket
    expect((await receipt(citizen)).json()).toEqual(ticket)
    const page = await ask(terminal, 'GET', ticket.url)
    expect([page.status, page.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    expect(await verify(`?version=1&copyNo=${ticket.copyNo}`)).toMatchObject({ copyNo: null })
    const lost = await ask(terminal, 'POST', `/api/licensing/prints/${ticket.printId}/outcome`, {
      ...{ outcome: 'unknown', reason: 'jam' },
    })
    expect(lost.json()).toMatchObject({ state: 'unknown' })
    const second = (await receipt(citizen)).json() as PrintTicket
    expect(second.copyNo).toBe(ticket.copyNo + 1)
    const papers = await test.database.within({ areas: 'all' }, tx =>
      sql`select from licensing.paper where kind = 'receipt'`.execute(tx),
    )
    expect(papers.rows).toHaveLength(1)
  })

  it('is nobody else’s', async () => {
    expect((await receipt({ ...citizen, personIndex: 'person-2' })).status).toBe(404)
    expect((await receipt(citizen, 'R20261123-999999')).status).toBe(404)
    expect((await receipt(officer)).status).toBe(403)
  })
})

describe('public verification', () => {
  it('says that the licence is valid, with the operator masked, and knows the copies that were given out', async () => {
    const { copyNo } = await reserve('duplicate')
    expect(await verify(`?version=1&copyNo=${copyNo}`)).toEqual({
      licenceNo,
      state: 'valid',
      stateLabel: '有效',
      stateLabelEn: 'Valid',
      valid: true,
      shopName: sampleFace.shopName,
      operatorNameMasked: '陈**',
      address: sampleFace.address,
      validFrom: '2026-11-23',
      validTo: '2031-11-22',
      version: 1,
      currentVersion: 1,
      copyNo,
      asOf: '2026-11-23T02:03:00Z',
    })
    expect(await verify('?version=1&copyNo=0')).toMatchObject({ copyNo: 0 })
    expect(await verify('?version=1&copyNo=999')).toMatchObject({ copyNo: null, valid: true })
  })

  it.each([
    [`/api/licensing/verification/${licenceNo}?version=2`, 404],
    [`/api/licensing/verification/${licenceNo}?version=0`, 404],
    [`/api/licensing/verification/${licenceNo}?version=-1`, 404],
    [`/api/licensing/verification/${licenceNo}?version=99999999999`, 404],
    [`/api/licensing/verification/${licenceNo}?copyNo=99999999999`, 200],
    ['/api/licensing/verification/440785199999', 404],
    ['/api/licensing/verification/abc', 422],
    ['/api/licensing/verification/%00', 422],
    ["/api/licensing/verification/1'--", 422],
  ])('answers %s by name, with %i', async (url, status) => {
    expect((await ask({ kind: 'anonymous' }, 'GET', url)).status).toBe(status)
  })

  it('lets a term end by the clock, and waits for an undecided timely renewal', async () => {
    clock.set('2031-11-22T15:59:00Z')
    expect(await verify()).toMatchObject({ state: 'valid', valid: true })
    clock.advance({ minutes: 2 })
    expect(await verify()).toMatchObject({ state: 'expiredPending', valid: false })
    await test.database.within({ areas: 'all' }, tx =>
      sql`update licensing.application set state = 'withdrawn'`.execute(tx),
    )
    expect(await verify()).toMatchObject({ state: 'expired', stateLabel: '已过期', valid: false })
    clock.set('2026-11-23T02:10:00Z')
  })

  it('gives out every public key, so that a licence can be verified without asking again', async () => {
    const { json } = await ask({ kind: 'anonymous' }, 'GET', '/api/licensing/verification-keys')
    const [[keyId, publicKey] = []] = Object.entries(keys)
    expect(json()).toEqual({ bureau: '恩平市烟草专卖局', keys: [{ keyId, publicKey }] })
  })

  it('tells a guide the days of policy', async () => {
    const days = async () => (await ask({ kind: 'anonymous' }, 'GET', '/api/licensing/guide-days')).json()
    expect(await days()).toEqual({ decide: 8, extend: 4, correct: 5, renewalOpens: 90, renewalLead: 30 })
  })
})

describe('the page of a document', () => {
  it('is shown to staff, and not when its words were altered behind our back', async () => {
    const keyring = await openKeyring(join(folder, 'keys'))
    const request = { kind: 'receipt', applicationNo: 'R20261123-000001', facts: {}, at: clock.now() } as const
    const { paperId } = await test.database.within({ areas: 'all' }, tx => issuePaper(tx, keyring, request))
    const url = `/api/licensing/papers/${paperId}/page`
    const page = await ask(officer, 'GET', url)
    expect([page.status, page.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    expect((await ask(citizen, 'GET', url)).status).toBe(403)
    expect((await ask({ ...officer, areas: ['440784'] }, 'GET', url)).status).toBe(404)
    await alterBehindOurBack(paperId)
    expect((await ask(officer, 'GET', url)).status).toBe(409)
  })
})

/** What somebody with the database in his hands could do: the app role cannot. */
async function alterBehindOurBack(paperId: string): Promise<void> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: test.superUrl })
  await client.connect()
  await client.query('set session_replication_role = replica')
  await client.query(`update licensing.paper set content = replace(content, '收到', '没有收到') where id = $1`, [
    paperId,
  ])
  await client.end()
}

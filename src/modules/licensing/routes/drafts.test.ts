import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/actor'
import { ok } from '#kernel/refusal'
import { type MovableClock, movableClock } from '#platform/clock'
import { readConfig } from '#platform/config'
import { randomId } from '#platform/crypto'
import { buildServer } from '#platform/http/server'
import { createLogger } from '#platform/log'
import { createMetrics } from '#platform/metrics'
import type { Draft, SavedDraft } from '../contract.ts'
import { createLicensing } from '../index.ts'
import { expireDrafts } from '../store/drafts.ts'
import { officer, one, openRenewalHouse, type RenewalHouse, submitBody } from '../testing/renewal-house.ts'

const folder = mkdtempSync(join(tmpdir(), 'yzt-drafts-'))
const no = '440785100001'
let house: RenewalHouse
let app: FastifyInstance
let clock: MovableClock
let actor: Actor

beforeAll(async () => {
  house = await openRenewalHouse()
  await house.addShops([{ no, person: 1, validTo: '2029-06-01' }])
  clock = movableClock('2026-11-23T02:00:00Z')
  const services = {
    config: readConfig({ YZT_DATA: folder }),
    database: house.test.database,
    clock,
    keyring: house.keyring,
    log: createLogger({ level: 'silent' }),
  }
  const businessRegister = { look: async () => ({ kind: 'unavailable' as const }) }
  app = await buildServer({
    services,
    modules: [createLicensing({ businessRegister })],
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
// Each test has a minute of its own at the gate.
beforeEach(() => clock.advance({ minutes: 2 }))

const owner = () => house.citizen(1)
const phoneOfOwner = (): Actor => {
  const { terminalId: _, ...citizen } = house.citizen(1, randomId())
  return { ...citizen, method: 'oidc' }
}

async function post<T>(url: string, body: unknown, as: Actor): Promise<{ status: number; body: T }> {
  actor = as
  const headers = { 'idempotency-key': randomId(), 'content-type': 'application/json' }
  const reply = await app.inject({ method: 'POST', url, headers, payload: JSON.stringify(body) })
  return { status: reply.statusCode, body: (reply.body === '' ? undefined : reply.json()) as T }
}
const suspension = {
  service: 'suspend',
  licenceNo: no,
  answers: { from: '2026-12-01' },
  deliver: null,
  phone: null,
} as const
const save = (body: object = suspension, as: Actor = owner()) => post<SavedDraft>('/api/licensing/my/drafts', body, as)
const open = (code: string, as: Actor = owner()) =>
  post<Draft & { code: string }>('/api/licensing/my/drafts/opening', { code }, as)

describe('a draft', () => {
  it('begun at the terminal is continued on the phone by its code, and both doors stand in it', async () => {
    const saved = await save()
    expect(saved.body.qrSvg).toContain('<svg')
    const opened = await open(saved.body.code.toLowerCase(), phoneOfOwner())
    expect(opened).toMatchObject({
      status: 200,
      body: { service: 'suspend', licenceNo: no, answers: { from: '2026-12-01' }, phone: null, deliver: null },
    })
    expect(opened.body.history.map(({ channel }) => channel)).toEqual(['terminal', 'online'])
  })

  it('is opened by the link of its QR too', async () => {
    const { body } = await save()
    expect((await open(body.link)).body.code).toBe(body.code)
  })

  it('saved again keeps its code and the later words', async () => {
    const first = await save()
    const again = await save({ ...suspension, answers: { from: '2026-12-05', to: '2027-01-31' } }, phoneOfOwner())
    expect(again.body.code).toBe(first.body.code)
    expect((await open(first.body.code)).body.answers).toEqual({ from: '2026-12-05', to: '2027-01-31' })
  })

  it('answers another person, a wrong code, an unknown code and an ended draft with the same words', async () => {
    const { body } = await save()
    const unknown = body.code.startsWith('2') ? 'BBBBBBBB' : '22222222'
    const answers = [
      await open(body.code, house.citizen(2)),
      await open(`${body.code.slice(0, 7)}${body.code.endsWith('2') ? '3' : '2'}`),
      await open(unknown),
    ]
    await post('/api/licensing/my/drafts/discarding', { code: body.code }, owner())
    answers.push(await open(body.code))
    const texts = answers.map(
      ({ status, body: { title, code } }: { status: number; body: { title?: string; code: string } }) => ({
        status,
        title,
        code,
      }),
    )
    expect(new Set(texts.map(text => JSON.stringify(text))).size).toBe(1)
    expect(texts[0]).toMatchObject({ status: 404, code: 'draftUnknown' })
  })

  it('is not found by trying: after ten codes in a minute the person waits, the right code or not', async () => {
    const { body } = await save()
    for (let tried = 0; tried < 10; tried += 1) expect((await open('22222222')).status).toBe(404)
    expect((await open(body.code)).status).toBe(429)
    clock.advance({ minutes: 1 })
    expect((await open(body.code)).status).toBe(200)
  })

  it('is gone after its days, and its words with it', async () => {
    const { body } = await save()
    clock.advance({ hours: 7 * 24 })
    expect((await open(body.code)).status).toBe(404)
    await house.all(tx => expireDrafts(tx, clock.now().instant.toString()))
    expect(
      await one(
        house,
        sql`select count(*)::int as kept from licensing.draft where ended_at is not null and content_sealed is not null`,
      ),
    ).toEqual({ kept: 0 })
    expect((await save()).body.code).not.toBe(body.code)
  })

  it('keeps no identity number and no answer that nobody asked for', async () => {
    const change = { ...suspension, service: 'change' as const }
    const answers = { items: 'operator', operator: '梁新', operatorIdNo: '440785197001010012' }
    const { body } = await save({ ...change, answers })
    expect((await open(body.code)).body.answers).toEqual({ items: 'operator', operator: '梁新' })
    expect((await save({ ...change, answers: { card: '1' } })).body).toMatchObject({ code: 'answerUnknown' })
  })

  it('is of a licence of one’s own, and its words lie sealed', async () => {
    expect((await save(suspension, house.citizen(2))).status).toBe(404)
    await save({ ...suspension, answers: { reason: 'illness' } })
    const { sealed } = await one<{ sealed: string }>(
      house,
      sql`select content_sealed as sealed from licensing.draft where ended_at is null limit 1`,
    )
    expect(sealed).toMatch(/^v1\./)
  })

  it('ends with the application it became', async () => {
    const { body } = await save()
    const answers = { from: '2026-12-20', to: '2027-02-28', reason: 'illness' }
    const sent = await post('/api/licensing/applications', submitBody(no, { service: 'suspend', answers }), owner())
    expect(sent.status).toBe(200)
    expect((await open(body.code)).status).toBe(404)
  })

  it('is shown to no member of staff by area', async () => {
    await save({ ...suspension, service: 'close', answers: {} })
    const { areas } = officer('w', 'window')
    const seen = await house.test.database.within({ areas }, tx => sql`select id from licensing.draft`.execute(tx))
    expect(seen.rows).toEqual([])
  })
})

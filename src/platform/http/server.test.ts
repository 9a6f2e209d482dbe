import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, actorLabel, allow } from '#kernel/actor'
import { ok, refuse } from '#kernel/refusal'
import type { Route } from '#kernel/route'
import { createTestDatabase, type TestDatabase } from '../../../test/database/harness.ts'
import { movableClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { createLogger } from '../log.ts'
import { createMetrics } from '../metrics.ts'
import { bind, defineModule, type Services } from '../module.ts'
import { buildServer } from './server.ts'

const routes = {
  greet: {
    method: 'GET',
    url: '/api/test/greet/:n',
    allow: allow.public,
    summary: 'greet',
    params: Type.Object({ n: Type.Integer() }),
    query: Type.Object({ loud: Type.Boolean({ default: false }) }),
    reply: Type.Object({ n: Type.Integer(), loud: Type.Boolean() }),
  },
  write: {
    method: 'POST',
    url: '/api/test/write',
    allow: allow.staff('reviewer'),
    summary: 'write',
    body: Type.Object({ text: Type.String({ maxLength: 10 }), n: Type.Integer() }, { additionalProperties: false }),
    reply: Type.Object({ at: Type.String() }),
  },
  press: {
    method: 'POST',
    url: '/api/test/press',
    allow: allow.public,
    summary: 'counts',
    withoutKey: 'a test',
    reply: Type.Object({ run: Type.Integer() }),
  },
  early: {
    method: 'POST',
    url: '/api/test/early',
    allow: allow.public,
    summary: 'refuses',
    withoutKey: 'a test',
    reply: 'empty',
  },
} as const satisfies Record<string, Route>

let runs = 0
const testModule = defineModule({
  name: 'test',
  routes: [
    bind(routes.greet, async ({ params, query }) => ok({ n: params.n, loud: query.loud, secret: 'never sent' })),
    bind(routes.write, async ask =>
      ask.act({ action: 'test.write' }, async () => ok({ at: `${ask.at.today} ${++runs}` })),
    ),
    bind(routes.press, ask => ask.act({ action: 'test.press' }, async () => ok({ run: ++runs }))),
    bind(routes.early, async () => refuse('tooEarlyForTest', { opensOn: '2027-01-01' })),
  ],
  refusals: {
    tooEarlyForTest: {
      status: 422,
      zh: { title: '还没到时间：{opensOn}。', next: '请届时再来。' },
      en: { title: 'Too early: {opensOn}.', next: 'Come then.' },
      basis: [{ instrument: 'XK', article: 50 }],
    },
  },
})
const people: Readonly<Record<string, Actor>> = {
  reviewer: { kind: 'staff', staffId: randomUUID(), sessionId: 's', roles: ['reviewer'], areas: ['440785'] },
  window: { kind: 'staff', staffId: randomUUID(), sessionId: 's', roles: ['window'], areas: ['440785'] },
}

let test: TestDatabase
let app: FastifyInstance
beforeAll(async () => {
  test = await createTestDatabase()
  const services = {
    config: readConfig({}),
    database: test.database,
    clock: movableClock('2026-11-23T01:00:00Z'),
    log: createLogger({ level: 'silent' }),
  } as unknown as Services
  const authenticate = async (request: { headers: Record<string, unknown> }) =>
    ok({ actor: people[String(request.headers['x-test-person'])] ?? ({ kind: 'anonymous' } as const) })
  app = await buildServer({
    services,
    modules: [testModule],
    authenticate,
    metrics: createMetrics({ pool: test.database.pool }),
    distFolder: 'none',
  })
})
afterAll(async () => {
  await app.close()
  await test.drop()
})

const write = (
  person: string | undefined,
  body: object,
  headers: Record<string, string> = { 'idempotency-key': randomUUID() },
) =>
  app.inject({
    method: 'POST',
    url: '/api/test/write',
    payload: body,
    headers: { ...headers, ...(person ? { 'x-test-person': person } : {}) },
  })

describe('a route', () => {
  it('converts the address, fills defaults and sends only the declared fields', async () => {
    const reply = await app.inject('/api/test/greet/7')
    expect(reply.json()).toEqual({ n: 7, loud: false })
  })

  it('judges the body as it was sent: no conversion, no unknown field', async () => {
    expect((await write('reviewer', { text: 'a', n: '3' })).json()).toMatchObject({ status: 400, code: 'inputInvalid' })
    expect((await write('reviewer', { text: 'a', n: 3, admin: true })).json()).toMatchObject({
      status: 400,
      code: 'inputInvalid',
    })
  })

  it('asks for a sign-in, then for the role, then for the key', async () => {
    expect((await write(undefined, { text: 'a', n: 1 })).json()).toMatchObject({ status: 401, code: 'notSignedIn' })
    expect((await write('window', { text: 'a', n: 1 })).json()).toMatchObject({ status: 403, code: 'notPermitted' })
    expect((await write('reviewer', { text: 'a', n: 1 }, {})).json()).toMatchObject({ status: 428, code: 'keyMissing' })
  })

  it('writes down whom it knows and refused, each time and without keeping it under the key; a stranger leaves no line', async () => {
    const lines = async () => {
      const noted = `select actor, outcome, reason, subject, details from platform.audit_entry where action = 'platform.notPermitted'`
      return (await test.database.pool.query(noted)).rows
    }
    const before = (await lines()).length
    const key = { 'idempotency-key': randomUUID() }
    for (let n = 0; n < 2; n++) expect((await write('window', { text: 'a', n: 1 }, key)).statusCode).toBe(403)
    for (let n = 0; n < 3; n++) expect((await write(undefined, { text: 'a', n: 1 })).statusCode).toBe(401)
    const line = { outcome: 'refused', reason: 'notPermitted', subject: 'POST /api/test/write', details: null }
    const { window } = people
    expect((await lines()).slice(before)).toEqual(
      Array.from({ length: 2 }, () => ({ actor: window ? actorLabel(window) : '', ...line })),
    )
  })

  it('answers the same key with the same reply, and another body under it with 422', async () => {
    const key = { 'idempotency-key': randomUUID() }
    const first = await write('reviewer', { text: 'a', n: 1 }, key)
    expect((await write('reviewer', { text: 'a', n: 1 }, key)).json()).toEqual(first.json())
    expect((await write('reviewer', { text: 'b', n: 1 }, key)).json()).toMatchObject({ status: 422, code: 'keyReused' })
  })

  it('keeps no reply on a route that needs no key, even if a key is sent', async () => {
    const press = () =>
      app.inject({ method: 'POST', url: '/api/test/press', headers: { 'idempotency-key': 'the-same-key' } })
    expect((await press()).json()).not.toEqual((await press()).json())
  })

  it('tells a refusal in both languages with its article and the request id', async () => {
    const zh = await app.inject({ method: 'POST', url: '/api/test/early' })
    expect(zh.headers['content-type']).toContain('application/problem+json')
    expect(zh.json()).toMatchObject({
      title: '还没到时间：2027-01-01。',
      next: '请届时再来。',
      basis: [{ text: '《行政许可法》第五十条' }],
      instance: expect.stringContaining(String(zh.headers['x-request-id'])),
    })
    const en = await app.inject({ method: 'POST', url: '/api/test/early', headers: { 'accept-language': 'en' } })
    expect(en.json()).toMatchObject({ title: 'Too early: 2027-01-01.' })
  })

  it('is described by OpenAPI 3.1', async () => {
    const document = (await app.inject('/api/openapi.json')).json()
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths)).toContain('/api/test/greet/{n}')
  })

  it('carries a policy without unsafe-inline', async () => {
    const policy = String((await app.inject('/health')).headers['content-security-policy'])
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe')
  })

  it('never answers 5xx, whatever is sent', { timeout: 60_000 }, async () => {
    const shape = fc.record({
      method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD' as const),
      url: fc.oneof(
        fc.webPath().map(path => `/${path}`),
        fc.constantFrom(
          '/api/test/write',
          '/api/test/greet/x',
          '/api/test/greet/%00',
          '/api/test/%c0',
          '/api/docs',
          '/%',
        ),
      ),
      payload: fc.oneof(
        fc.string(),
        fc.json(),
        fc.constantFrom('{"__proto__":{}}', '[', '{"text":null}', '\u0000', '{"text":"\\ud800","n":1}'),
      ),
      type: fc.constantFrom(
        'application/json',
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data',
        '',
      ),
      key: fc.string({ maxLength: 120 }),
    })
    await fc.assert(
      fc.asyncProperty(shape, async ({ method, url, payload, type, key }) => {
        const headers = {
          'x-test-person': 'reviewer',
          ...(type ? { 'content-type': type } : {}),
          'idempotency-key': key.replaceAll(/[^\x20-\x7e]/g, ''),
        }
        const reply = await app.inject({ method, url, payload, headers } as never)
        expect(reply.statusCode).toBeLessThan(500)
      }),
      { numRuns: 400 },
    )
  })
})

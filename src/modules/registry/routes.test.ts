import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor'
import { momentOf } from '#kernel/dates'
import { receiveItem } from '#modules/delivery'
import { movableClock } from '#platform/clock'
import { readConfig } from '#platform/config'
import { buildServer } from '#platform/http/server'
import { type Keyring, openKeyring } from '#platform/keyring'
import { createLogger } from '#platform/log'
import { createMetrics } from '#platform/metrics'
import { createTestDatabase, type TestDatabase } from '../../../test/database/harness.ts'
import { createRegistry } from './index.ts'
import { retailers, takeAreas, takeRetailers, takeSchools, takeServicePoints } from './testing/small-county.ts'

let home: TestDatabase
let app: FastifyInstance
let folder: string
let actor: Actor = { kind: 'anonymous' }

const officer = (area: string): Extract<Actor, { kind: 'staff' }> => ({
  kind: 'staff',
  staffId: '00000000-0000-4000-8000-000000000001',
  sessionId: 's',
  roles: ['window'],
  areas: [area],
})

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yzt-registry-'))
  home = await createTestDatabase()
  const keyring = await openKeyring(join(folder, 'keys'), { create: true })
  await fill(keyring)
  const services = {
    config: readConfig({ YZT_DATA: folder }),
    database: home.database,
    clock: movableClock('2026-11-23T02:00:00Z'),
    keyring,
    log: createLogger({ level: 'silent' }),
  }
  const metrics = createMetrics({ pool: home.database.pool })
  const authenticate = async () => ({ ok: true as const, value: { actor } })
  app = await buildServer({ services, modules: [createRegistry()], authenticate, metrics, distFolder: folder })
})
afterAll(async () => {
  await app.close()
  await home.drop()
  rmSync(folder, { recursive: true })
})

const fill = (keyring: Keyring) =>
  home.database.within({ areas: 'all' }, async tx => {
    await takeAreas(tx)
    await takeSchools(tx)
    await takeServicePoints(tx)
    await takeRetailers(tx, retailers({ no: '440785100001' }, { no: '440785100002', area: '440785001' }), keyring)
  })

const get = async (url: string, by: Actor = { kind: 'anonymous' }) => {
  actor = by
  const reply = await app.inject({ method: 'GET', url })
  return { status: reply.statusCode, body: reply.json() }
}

describe('the routes of the register', () => {
  test('anybody may see areas, their rough shapes and the nearest service points', async () => {
    expect((await get('/api/registry/areas')).body.items).toHaveLength(4)
    const map = (await get('/api/registry/map-areas')).body
    expect(map.note).toContain('示意')
    expect(map.features.map((f: { properties: { code: string } }) => f.properties.code)).toEqual([
      '440785001',
      '440785103',
    ])
    const near = await get('/api/registry/service-points/nearest?lng=112.44&lat=22.345')
    expect(near.body.items[0]).toMatchObject({ code: 'T1', metres: 0 })
  })

  test('only staff may see shops, and only those of their towns', async () => {
    for (const url of ['/api/registry/retailers', '/api/registry/retailers/440785100001', '/api/registry/map-points']) {
      expect([401, 403], url).toContain((await get(url)).status)
    }
    expect((await get('/api/registry/retailers', officer('440785'))).body.total).toBe(2)
    expect((await get('/api/registry/retailers?size=1&page=2', officer('440785'))).body.items).toHaveLength(1)
    expect((await get('/api/registry/retailers', officer('440785001'))).body.total).toBe(1)
    expect((await get('/api/registry/map-points', officer('440785001'))).body.shops).toHaveLength(1)
  })

  test('the page of one shop is audited, seen or not', async () => {
    expect((await get('/api/registry/retailers/440785100001', officer('440785103'))).status).toBe(200)
    const other = await get('/api/registry/retailers/440785100001', officer('440785001'))
    expect([other.status, other.body.code ?? other.body.refusal ?? other.body.title]).toEqual([
      404,
      expect.stringMatching(/retailerNotFound|零售户/u),
    ])
    const { rows } = await sql<{ outcome: string; subject: string }>`
      select outcome, subject from platform.audit_entry where action = 'registry.readRetailer' order by outcome`.execute(
      home.database.db,
    )
    expect(rows).toEqual([
      { outcome: 'allowed', subject: '440785100001' },
      { outcome: 'refused', subject: '440785100001' },
    ])
  })

  test('what was delivered to a shop and booked for it is told to who delivers, within his areas, and to nobody else', async () => {
    const fact = {
      applicationNo: 'R20261123-900001',
      licenceNo: '440785100001',
      areaCode: '440785103',
      service: 'renewal',
    }
    await home.database.within({ areas: 'all' }, tx =>
      receiveItem(
        tx,
        { ...fact, result: 'grant', deliverMode: 'pickup', serveBy: '2026-11-30' },
        momentOf(Temporal.Instant.from('2026-11-23T02:00:00Z')),
      ),
    )
    await home.database.within({ areas: 'all' }, tx =>
      sql`with made as (insert into delivery.visit (id, kind, area_code, place, day, from_minute, to_minute, capacity, made_by)
          values (gen_random_uuid(), 'helper', '440785103', '沙湖镇便民中心', '2026-11-27', 540, 600, 5, 'test') returning id)
        insert into delivery.booking (id, visit_id, area_code, licence_no, name_sealed, name_masked, phone_sealed, phone_masked, topic, booked_by, booked_at)
        select gen_random_uuid(), id, '440785103', '440785100001', 'x', '梁**', 'x', '138****8000', '问延续要带什么', 'test', now() from made`.execute(
        tx,
      ),
    )
    const url = '/api/registry/retailers/440785100001/deliveries'
    const { bookings } = (await get(url, officer('440785'))).body
    expect(bookings).toMatchObject([{ kind: 'helper', day: '2026-11-27', place: '沙湖镇便民中心', state: 'booked' }])
    expect(JSON.stringify(bookings)).not.toContain('梁')
    expect((await get(url, officer('440785'))).body.items).toMatchObject([
      { applicationNo: fact.applicationNo, mode: 'pickup', state: 'waiting', receivedOn: '2026-11-23', servedOn: null },
    ])
    expect((await get(url, officer('440785001'))).body).toEqual({ items: [], bookings: [] })
    expect((await get(url, { ...officer('440785'), roles: ['inspector'] })).status).toBe(403)
  })

  test.each(['?page=0', '?size=500', '?state=open', '?expiresBefore=tomorrow', '?format=x'])(
    '%s is refused',
    async query => {
      expect((await get(`/api/registry/retailers${query}`, officer('440785'))).status).toBe(400)
    },
  )
  test.each(['x', '%00', "' or 1=1", '𠮷'.repeat(12)])(
    'the number %s is not found or refused, never an error',
    async no => {
      const { status } = await get(`/api/registry/retailers/${encodeURIComponent(no)}`, officer('440785'))
      expect([400, 404, 414, 422]).toContain(status)
    },
  )
  test.each(['%00', '%', "'", '\\', 'a b'])('the search %s gives a list or a refusal', async search => {
    const { status } = await get(
      `/api/registry/retailers?search=${encodeURIComponent(decodeURIComponent(search === '%' ? '%25' : search))}`,
      officer('440785'),
    )
    expect([200, 400]).toContain(status)
  })
})

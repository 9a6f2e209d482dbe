import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Actor } from '#kernel/actor'
import { ok } from '#kernel/refusal'
import { createAccess } from '#modules/access'
import { movableClock } from '#platform/clock'
import { readConfig } from '#platform/config'
import { randomId } from '#platform/crypto'
import { buildServer } from '#platform/http/server'
import { createLogger } from '#platform/log'
import { createMetrics } from '#platform/metrics'
import { barePorts } from '../../access/testing/house.ts'
import { createLicensing } from '../index.ts'
import { officer, openRenewalHouse, person, type Shop } from './renewal-house.ts'

export const windowId = '00000000-0000-4000-8000-000000000001'
export const atDesk = officer(windowId, 'window')

/** A photo with a place in its notes; `n` makes it another one. */
export const photo = (n = 1): Buffer =>
  Buffer.from([
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xe1, 0, 9, 71, 80, 83, 50, 50, 46, 51],
    ...[0xff, 0xda, 0, 4, 0, 0, ...Array.from({ length: 60 }, () => n), 0xff, 0xd9],
  ])

/** A server of licensing and access whose caller is whoever the test says. */
export async function openPapersHouse(shops: readonly Shop[]) {
  const folder = mkdtempSync(join(tmpdir(), 'yzt-papers-'))
  const house = await openRenewalHouse()
  await house.addShops(shops)
  await house.all(tx =>
    sql`insert into access.staff (id, account, name, roles, areas, created_at)
      values (${windowId}, 'window', '窗口模拟', array['window'], array['440785'], now())`.execute(tx),
  )
  const clock = movableClock('2026-11-23T02:00:00Z')
  const services = {
    config: readConfig({ YZT_DATA: folder }),
    database: house.test.database,
    clock,
    keyring: house.keyring,
    log: createLogger({ level: 'silent' }),
  }
  const businessRegister = { look: async () => ({ kind: 'notFound' as const }) }
  let actor: Actor = atDesk
  const app = await buildServer({
    services,
    modules: [createAccess(barePorts), createLicensing({ businessRegister })],
    metrics: createMetrics({ pool: house.test.database.pool }),
    distFolder: join(folder, 'dist'),
    authenticate: async () => ok({ actor }),
  })
  async function ask<T>(
    as: Actor,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    { body, key = randomId() }: { body?: unknown; key?: string } = {},
  ): Promise<{ status: number; body: T & { code?: string } }> {
    actor = as
    const headers = { 'idempotency-key': key, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }
    const reply = await app.inject({
      method,
      url,
      headers,
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    })
    return { status: reply.statusCode, body: (reply.body === '' ? {} : reply.json()) as T & { code?: string } }
  }
  /** The person with card `n` stands at the counter. */
  async function stand(n: number): Promise<string> {
    const card = {
      ...{ name: '梁模拟', sex: '男', ethnicGroup: '汉', birth: '1970-01-01', idNo: person(n), issuer: '恩平市公安局' },
      ...{ validFrom: '2020-01-01', validTo: '2040-01-01' },
    }
    const body = { card, read: 'typed' }
    return (await ask<{ counterId: string }>(atDesk, 'POST', '/api/access/counter-sessions', { body })).body.counterId
  }
  /** On the own telephone: no terminal, so no helper beside. */
  const online = (n: number): Actor => {
    const { terminalId: _, ...citizen } = house.citizen(n)
    return { ...citizen, method: 'oidc' }
  }
  return {
    ...{ house, clock, folder, ask, stand, online },
    close: async () => {
      await app.close()
      await house.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { movableClock } from '#platform/clock'
import { readConfig } from '#platform/config'
import { buildServer } from '#platform/http/server'
import { openKeyring } from '#platform/keyring'
import { createLogger } from '#platform/log'
import { createMetrics } from '#platform/metrics'
import type { Module, Services } from '#platform/module'
import { createTestDatabase, type TestDatabase } from '../../../../test/database/harness.ts'
import { authenticate, createAccess } from '../index.ts'
import type { AccessPorts, MessageSender } from '../ports.ts'
import { echoModule } from './echo.ts'

export const startOfTests = '2026-11-23T02:00:00Z'

/** Nobody answers: messages wait. */
export const silentSender: MessageSender = {
  send: async () => ({ kind: 'unavailable' }),
  receiptsSince: async () => null,
}

/** Nobody is on record and no provider answers; a test puts its own in their place. */
export const barePorts: AccessPorts = {
  messages: silentSender,
  phoneBook: {
    findHolder: async () => undefined,
    findPhone: async () => undefined,
    findArea: async () => undefined,
  },
  unifiedIdentity: { begin: async () => null, finish: async () => ({ kind: 'unavailable' }) },
}

export interface AccessHouse {
  readonly app: FastifyInstance
  readonly services: Services
  readonly clock: ReturnType<typeof movableClock>
  readonly test: TestDatabase
  close(): Promise<void>
}

/** The whole server with this domain and an echo in the place of licensing, on a database of its own; nothing listens. */
export async function openAccessHouse(
  more: readonly Module[] = [],
  ports: Partial<AccessPorts> = {},
): Promise<AccessHouse> {
  const test = await createTestDatabase({ connections: 8 })
  const folder = mkdtempSync(join(tmpdir(), 'yzt-access-'))
  const clock = movableClock(startOfTests)
  const services: Services = {
    config: readConfig({ YZT_PUBLIC_URL: 'https://yzt.test', YZT_DATA: folder }),
    database: test.database,
    clock,
    keyring: await openKeyring(join(folder, 'keys'), { create: true }),
    log: createLogger({ level: 'silent' }),
  }
  const metrics = createMetrics({ pool: test.database.pool })
  const modules = [createAccess({ ...barePorts, ...ports }), echoModule, ...more]
  const parts = { services, modules, metrics, authenticate: authenticate(services), distFolder: join(folder, 'dist') }
  const app = await buildServer(parts)
  return {
    app,
    services,
    clock,
    test,
    close: async () => {
      await app.close()
      await test.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

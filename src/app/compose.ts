import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { authenticate } from '#modules/access'
import { gatewayNotebook } from '#modules/exchange'
import { reactJob } from '../platform/announce.ts'
import { type Clock, systemClock } from '../platform/clock.ts'
import { type Config, projectFolder } from '../platform/config.ts'
import { migrate, readMigrations } from '../platform/database/migrate.ts'
import { type Database, openDatabase } from '../platform/database.ts'
import { buildServer } from '../platform/http/server.ts'
import { migrateJobs, startWorkers } from '../platform/jobs.ts'
import { type Keyring, openKeyring } from '../platform/keyring.ts'
import { startSealer } from '../platform/ledger/sealer.ts'
import { createLogger, type Logger } from '../platform/log.ts'
import { createMetrics } from '../platform/metrics.ts'
import type { Services } from '../platform/module.ts'
import { keepPolicyFresh } from '../platform/policy/published.ts'
import { type Databases, openDatabases } from './databases.ts'
import { houseModules } from './modules.ts'
import { assertSafeForProduction } from './production.ts'
import { reactionsOf } from './reactions.ts'

/** The built house: nothing listens yet, no job runs yet. */
export interface House {
  readonly services: Services
  readonly app: FastifyInstance
  readonly databases: Databases
  /** Starts jobs and the sealing of the ledger. */
  startWork(): Promise<void>
  close(): Promise<void>
}

/** What the commands and the server share: a migrated database and the keys. */
export interface Foundation {
  readonly databases: Databases
  readonly database: Database
  readonly keyring: Keyring
  readonly log: Logger
  close(): Promise<void>
}

export async function layFoundation(config: Config): Promise<Foundation> {
  const log = createLogger({ level: config.logLevel })
  const databases = await openDatabases(config, line => log.debug(line))
  try {
    await migrate(databases.ownerUrl, await readMigrations(join(projectFolder, 'src')))
    await migrateJobs(databases.ownerUrl)
    if (config.mode === 'production') await assertSafeForProduction(config, databases.ownerUrl)
    const keyring = await openKeyring(config.keysFolder, { create: config.mode === 'demo' })
    const database = openDatabase(databases.appUrl, {
      connections: config.databaseConnections,
      onError: error => log.warn({ err: error }, 'database connection lost'),
    })
    return {
      databases,
      database,
      keyring,
      log,
      close: async () => {
        await database.close()
        await databases.stop()
      },
    }
  } catch (error) {
    await databases.stop()
    throw error
  }
}

/** foundation → services → domains → server; read from top to bottom. */
export async function composeHouse(
  foundation: Foundation,
  config: Config,
  options: { clock?: Clock } = {},
): Promise<House> {
  const { databases, database, keyring, log } = foundation
  const services: Services = { config, database, keyring, log, clock: options.clock ?? systemClock }
  const note = gatewayNotebook(database, services.clock, error => log.warn({ err: error }, 'gateway not noted'))
  const modules = houseModules(config, { clock: services.clock, note })
  const policy = await keepPolicyFresh(database.db, log)
  const metrics = createMetrics({ pool: database.pool })
  const app = await buildServer({
    services,
    modules,
    authenticate: authenticate(services),
    metrics,
    distFolder: join(projectFolder, 'dist'),
  })
  const stops: (() => Promise<void>)[] = []
  return {
    services,
    app,
    databases,
    startWork: async () => {
      const sealer = startSealer({ pool: database.pool, keyring, everyMs: 1_000, log, metrics })
      // Before anybody writes: after a restore from a dump the ledger opens a new era first.
      await sealer.ready
      const jobs = [
        ...modules.flatMap(module => module.jobs ?? []),
        reactJob(database, reactionsOf(services), services.clock),
      ]
      const workers = await startWorkers({
        connectionString: databases.appUrl,
        jobs,
        schedules: modules.flatMap(module => module.schedules ?? []),
        services,
        metrics,
      })
      stops.push(
        () => workers.stop(),
        () => sealer.stop(),
      )
    },
    close: async () => {
      policy.stop()
      for (const module of modules) await module.stop?.()
      await app.close()
      for (const stop of stops) await stop()
      await foundation.close()
    },
  }
}

import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate, readMigrations } from '../../src/platform/database/migrate.ts'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { migrateJobs } from '../../src/platform/jobs.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { ownerUrl: string; appUrl: string; superUrl: string }
  }
}

/** One real PostgreSQL for the run, with one migrated database that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'yzt-test-'))
  await chmod(folder, 0o755)
  const server = await startEmbeddedPostgres({ folder: join(folder, 'pg'), log: () => undefined })
  const template = (url: string) => url.replace(/\/[^/]+$/, '/yzt_template')
  const admin = new pg.Client({ connectionString: server.superUrl })
  await admin.connect()
  await admin.query('create database yzt_template owner yzt_owner')
  await migrate(template(server.ownerUrl), await readMigrations(join(import.meta.dirname, '../../src')))
  await migrateJobs(template(server.ownerUrl))
  await admin.end()
  project.provide('postgres', { ownerUrl: server.ownerUrl, appUrl: server.appUrl, superUrl: server.superUrl })
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

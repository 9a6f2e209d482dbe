import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../../src/platform/database.ts'

export interface TestDatabase {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly superUrl: string
  /** Connected as the app role: what row security hides stays hidden. */
  readonly database: Database
  drop(): Promise<void>
}

/** A fresh copy of the migrated database; no test sees another's rows. */
export async function createTestDatabase(options: { connections?: number } = {}): Promise<TestDatabase> {
  const server = inject('postgres')
  const name = `t_${randomUUID().replaceAll('-', '')}`
  const on = (url: string) => url.replace(/\/[^/]+$/, `/${name}`)
  await adminQuery(server.superUrl, `create database ${name} template yzt_template owner yzt_owner strategy file_copy`)
  const database = openDatabase(on(server.appUrl), { connections: options.connections ?? 4 })
  return {
    ownerUrl: on(server.ownerUrl),
    appUrl: on(server.appUrl),
    superUrl: on(server.superUrl),
    database,
    drop: async () => {
      await database.close()
      await adminQuery(server.superUrl, `drop database ${name} with (force)`)
    },
  }
}

async function adminQuery(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

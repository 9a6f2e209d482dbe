import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { Config } from '../platform/config.ts'
import { startEmbeddedPostgres } from '../platform/embedded-postgres.ts'

export interface Databases {
  /** Owner of the schemas: migrations only. */
  readonly ownerUrl: string
  /** What the server works with: no DDL, row security applies. */
  readonly appUrl: string
  stop(): Promise<void>
}

/** The embedded PostgreSQL of the data folder, or the one DATABASE_URL names. */
export async function openDatabases(config: Config, log: (line: string) => void): Promise<Databases> {
  if (config.databaseUrl === undefined)
    return startEmbeddedPostgres({ folder: join(config.dataFolder, 'postgres'), log })
  const appUrl = config.appDatabaseUrl ?? (await makeAppRole(config.databaseUrl, config.dataFolder))
  return { ownerUrl: config.databaseUrl, appUrl, stop: async () => undefined }
}

/** On a foreign server the app role is made once by the owner (who needs CREATEROLE), with a random password kept beside the data. */
async function makeAppRole(ownerUrl: string, dataFolder: string): Promise<string> {
  await mkdir(dataFolder, { recursive: true })
  const secretFile = join(dataFolder, 'app-role.secret')
  const password = (await readFile(secretFile, 'utf8').catch(() => '')).trim() || randomBytes(24).toString('hex')
  await writeFile(secretFile, password, { mode: 0o600 })
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query(`select 1 from pg_roles where rolname = 'yzt_app'`)
    const verb = rows.length > 0 ? 'alter' : 'create'
    // The password is our own hex text: nothing from outside enters this statement.
    await client.query(
      `${verb} role yzt_app login nosuperuser nobypassrls nocreatedb nocreaterole password '${password}'`,
    )
  } finally {
    await client.end()
  }
  const url = new URL(ownerUrl)
  url.username = 'yzt_app'
  url.password = password
  return url.href
}

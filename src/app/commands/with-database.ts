import { join } from 'node:path'
import pg from 'pg'
import { readConfig } from '../../platform/config.ts'
import { DataFolderInUse } from '../../platform/data-folder.ts'
import { type Database, openDatabase } from '../../platform/database.ts'
import { attachEmbeddedPostgres } from '../../platform/embedded-postgres.ts'
import { type Keyring, openKeyring } from '../../platform/keyring.ts'
import { type Databases, openDatabases } from '../databases.ts'

export interface CommandTools {
  /** A connection as owner, for commands that prove or migrate. */
  readonly owner: pg.Client
  /** The app role's connections, for commands that act. */
  readonly database: Database
  readonly keyring: Keyring
}

/** Runs a command beside a running server (its embedded database is joined) or alone. */
export async function withDatabase<T>(work: (tools: CommandTools) => Promise<T>): Promise<T> {
  const config = readConfig()
  const databases = await joinOrStart()
  const owner = new pg.Client({ connectionString: databases.ownerUrl })
  const database = openDatabase(databases.appUrl, { connections: 4 })
  try {
    await owner.connect()
    return await work({ owner, database, keyring: await openKeyring(config.keysFolder, { create: false }) })
  } finally {
    await owner.end()
    await database.close()
    await databases.stop()
  }
}

async function joinOrStart(): Promise<Databases> {
  const config = readConfig()
  try {
    return await openDatabases(config, () => undefined)
  } catch (error) {
    if (!(error instanceof DataFolderInUse)) throw error
    const running = await attachEmbeddedPostgres(join(config.dataFolder, 'postgres'))
    return { ...running, stop: async () => undefined }
  }
}

import pg from 'pg'
import type { Access } from './access-file.ts'
import { superUser } from './cluster.ts'

/** The database of the product. */
const database = 'yzt'

export interface Urls {
  /** Migrations: owns the database, is no superuser and does not bypass row security. */
  readonly ownerUrl: string
  /** The server at work: may use what migrations granted, and define nothing. */
  readonly appUrl: string
  /** Superuser, on the database `postgres`: for tests and rescue only. */
  readonly superUrl: string
}

export function urlsOf({ port, superPassword, ownerPassword, appPassword }: Access): Urls {
  const url = (user: string, password: string, name: string) =>
    `postgres://${user}:${password}@127.0.0.1:${port}/${name}`
  return {
    ownerUrl: url('yzt_owner', ownerPassword, database),
    appUrl: url('yzt_app', appPassword, database),
    superUrl: url(superUser, superPassword, 'postgres'),
  }
}

/** Makes the two roles and the database where they are missing; safe to repeat after a crash at any point. */
export async function ensureRoles(access: Access): Promise<void> {
  const client = new pg.Client({ connectionString: urlsOf(access).superUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await ensureRole(client, 'yzt_owner', access.ownerPassword)
    await ensureRole(client, 'yzt_app', access.appPassword)
    // A forgotten open transaction would hold back the sealing of the audit ledger and the cleaning of dead rows.
    await client.query(`alter role yzt_app set idle_in_transaction_session_timeout = '60s'`)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount === 0) await client.query(`create database ${database} owner yzt_owner`)
    await client.query(`revoke all on database ${database} from public`)
    await client.query(`grant connect on database ${database} to yzt_app`)
  } finally {
    await client.end()
  }
}

async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
  if (rowCount === 0)
    await client.query(
      `create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole password ${pg.escapeLiteral(password)}`,
    )
}

import { CamelCasePlugin, Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { DB } from './database/generated.ts'
import type { Db, Scope, Tx } from './database/types.ts'

export type { Db, Scope, Tx } from './database/types.ts'

export interface Database {
  readonly db: Db
  readonly pool: pg.Pool
  /** One transaction that sees only the rows of `scope`. */
  within<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Dates stay ISO texts, 64-bit integers must be safe numbers: nothing is silently turned into a local-time Date. */
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.DATE, text => text],
  [pg.types.builtins.TIMESTAMPTZ, text => new Date(text).toISOString()],
  [pg.types.builtins.NUMERIC, Number],
  [
    pg.types.builtins.INT8,
    text => {
      const value = Number(text)
      if (!Number.isSafeInteger(value)) throw new Error('a bigint of the database is beyond the safe integers')
      return value
    },
  ],
])
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
}

export function openDatabase(
  url: string,
  options: { connections: number; onError?: (error: Error) => void },
): Database {
  const onError = options.onError ?? (() => undefined)
  const pool = new pg.Pool({ connectionString: url, max: options.connections, types, connectionTimeoutMillis: 5_000 })
  // Without these handlers a restart of the database ends the process.
  pool.on('error', onError)
  pool.on('connect', client => void client.on('error', onError))
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  return {
    db,
    pool,
    within: (scope, work) =>
      db.transaction().execute(async tx => {
        await enterScope(tx, scope)
        return work(tx)
      }),
    close: () => db.destroy(),
  }
}

/** `true` = for this transaction only: the setting never leaks to the next user of the pooled connection. */
async function enterScope(tx: Tx, scope: Scope): Promise<void> {
  const areas = scope.areas === 'all' ? '*' : scope.areas.join(',')
  await sql`select set_config('app.areas', ${areas}, true), set_config('app.person', ${scope.person ?? ''}, true),
    set_config('app.staff', ${scope.staff ?? ''}, true), set_config('app.agency', ${scope.agency ?? ''}, true)`.execute(
    tx,
  )
}

/** SQLSTATE classes and socket errors that mean "the database is away": answer 503 and let the caller retry by key. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return (
    /^(08|57P0|53)/.test(code) ||
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT'].includes(code) ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      error.message,
    )
  )
}

/** Two transactions that cannot both be first; safe to run again. */
export function isSerializationClash(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01')
}

/** A unique constraint was hit; `constraint` names which. */
export function uniqueViolation(error: unknown): string | undefined {
  const clash = error instanceof Error && 'code' in error && error.code === '23505'
  return clash && 'constraint' in error ? String(error.constraint) : undefined
}

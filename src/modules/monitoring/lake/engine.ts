import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api'

/** DuckDB with a fixed allowance: over it a query spills to disk, over the spill it fails by itself, never the process. */
export interface Engine {
  readonly connection: DuckDBConnection
  run(sql: string, values?: Values): Promise<void>
  rows<T>(sql: string, values?: Values): Promise<T[]>
  close(): Promise<void>
}

export type Values = Readonly<Record<string, DuckDBValue>>

export interface EngineLimits {
  readonly memory?: string
  readonly threads?: number
  readonly spill?: string
}

export async function openEngine(limits: EngineLimits = {}): Promise<Engine> {
  const scratch = await mkdtemp(join(tmpdir(), 'yzt-lake-'))
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: limits.memory ?? '1GB',
    threads: String(limits.threads ?? 2),
    temp_directory: scratch,
    max_temp_directory_size: limits.spill ?? '20GB',
    preserve_insertion_order: 'false',
  })
  const connection = await instance.connect()
  await connection.run("set TimeZone = 'Asia/Shanghai'")
  return {
    connection,
    run: async (sql, values) => void (await connection.run(sql, used(sql, values))),
    rows: async <T>(sql: string, values?: Values) => {
      const reader = await connection.runAndReadAll(sql, used(sql, values))
      return reader.getRowObjectsJson() as T[]
    },
    close: async () => {
      connection.closeSync()
      instance.closeSync()
      await rm(scratch, { recursive: true, force: true })
    },
  }
}

/** DuckDB refuses a value that the statement does not name; the callers hand over all thresholds there are. */
const used = (sql: string, values: Values = {}): Record<string, DuckDBValue> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => new RegExp(`\\$${name}\\b`).test(sql)))

/** A path inside an SQL text. */
export const quoted = (path: string): string => `'${path.replaceAll("'", "''")}'`

export async function freshFolder(path: string): Promise<string> {
  await rm(path, { recursive: true, force: true })
  await mkdir(path, { recursive: true })
  return path
}

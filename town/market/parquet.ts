import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DuckDBDataChunk, DuckDBInstance, INTEGER, VARCHAR } from '@duckdb/node-api'

/** Rows as columns: numbers for INTEGER, texts for VARCHAR. */
type ColumnsOf = readonly (readonly (number | string)[])[]

/** Writes Parquet: rows go into a table, a query over such tables becomes a file. One thread, so that bytes repeat. */
export interface ParquetWriter {
  table(name: string, columns: Readonly<Record<string, 'integer' | 'varchar'>>): Promise<void>
  append(name: string, columns: ColumnsOf): Promise<void>
  /** The rows of the query in its order; then the tables named are emptied. Nothing is written for no rows. */
  copy(query: string, path: string, emptied: readonly string[]): Promise<number>
  close(): Promise<void>
}

const chunkRows = 2048

export async function openParquetWriter(): Promise<ParquetWriter> {
  const scratch = await mkdtemp(join(tmpdir(), 'yzt-town-'))
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: '600MB',
    threads: '1',
    temp_directory: scratch,
  })
  const connection = await instance.connect()
  await connection.run("set TimeZone = 'Asia/Shanghai'")
  const types = new Map<string, (typeof INTEGER | typeof VARCHAR)[]>()
  return {
    async table(name, columns) {
      const entries = Object.entries(columns)
      await connection.run(`create table ${name} (${entries.map(([key, type]) => `${key} ${type}`).join(', ')})`)
      types.set(
        name,
        entries.map(([, type]) => (type === 'integer' ? INTEGER : VARCHAR)),
      )
    },
    async append(name, columns) {
      const own = types.get(name) ?? []
      const rows = columns[0]?.length ?? 0
      const appender = await connection.createAppender(name)
      for (let from = 0; from < rows; from += chunkRows) {
        const chunk = DuckDBDataChunk.create(own, Math.min(chunkRows, rows - from))
        chunk.setColumns(columns.map(column => column.slice(from, from + chunkRows)))
        appender.appendDataChunk(chunk)
      }
      appender.closeSync()
    },
    async copy(query, path, emptied) {
      await mkdir(dirname(path), { recursive: true })
      const quoted = `'${path.replaceAll("'", "''")}'`
      const done = await connection.runAndReadAll(
        `copy (${query}) to ${quoted} (format parquet, compression zstd, row_group_size 122880)`,
      )
      for (const name of emptied) await connection.run(`delete from ${name}`)
      return Number(done.getRows()[0]?.[0] ?? 0)
    },
    async close() {
      connection.closeSync()
      instance.closeSync()
      await rm(scratch, { recursive: true, force: true })
    },
  }
}

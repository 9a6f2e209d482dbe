import { DuckDBDataChunk, VARCHAR } from '@duckdb/node-api'
import { ok, type Result, refuse } from '#kernel/refusal'
import { type CsvRefusal, defineCsv, type Reject, streamCsv } from '#platform/csv'
import { type Engine, quoted } from './engine.ts'
import { rejectsOf, writePart } from './judge.ts'
import type { PlainText } from './plain-text.ts'
import { type LakeTableName, tableOf } from './tables.ts'

export interface BatchResult {
  readonly lines: number
  readonly rejects: readonly Reject[]
}

const chunkLines = 2048
/** Lines held as text at a time; DuckDB may spill them. */
const partLines = 200 * chunkLines

/** The house's own CSV reader gives lines and encodings; what a cell may hold is judged by DuckDB, as for Parquet. */
export async function arriveCsv(
  engine: Engine,
  table: LakeTableName,
  source: string | Uint8Array,
  to: { readonly folder: string; readonly takenAt: string },
): Promise<Result<BatchResult, CsvRefusal>> {
  const { columns } = tableOf(table)
  const names = columns.map(({ name }) => name)
  const text = (cell: string) => ok(cell)
  const spec = defineCsv({
    columns: Object.fromEntries(columns.map(({ name, required }) => [name, { required, read: text }])),
    toRow: cells => ok(cells),
  })
  const stream = await streamCsv(source, spec)
  if (!stream.ok) return stream
  const rejects: Reject[] = []
  let lines = 0
  let part = 0
  let waiting: string[][] = []
  await engine.run(
    `create or replace temp table arrived ("line" varchar, ${names.map(name => `"${name}" varchar`).join(', ')})`,
  )
  const appender = await engine.connection.createAppender('arrived', undefined, 'temp')
  const types = ['line', ...names].map(() => VARCHAR)
  const append = () => {
    const chunk = DuckDBDataChunk.create(types, waiting.length)
    chunk.setRows(waiting)
    appender.appendDataChunk(chunk)
    waiting = []
  }
  let inPart = 0
  const settle = async () => {
    if (waiting.length > 0) append()
    appender.flushSync()
    const arrived = {
      table,
      relation: '(select * replace (cast(line as bigint) as line) from arrived)',
      present: new Set(names),
    }
    rejects.push(...(await rejectsOf(engine, arrived)))
    lines += await writePart(engine, arrived, { ...to, part })
    await engine.run('delete from arrived')
    part += 1
    inPart = 0
  }
  for await (const item of stream.value) {
    if (!('row' in item)) {
      rejects.push(item)
      continue
    }
    waiting.push([String(item.line), ...names.map(name => String(item.row[name] ?? ''))])
    inPart += 1
    if (waiting.length === chunkLines) append()
    if (inPart === partLines) await settle()
  }
  await settle()
  appender.closeSync()
  await engine.run('drop table arrived')
  return ok({ lines, rejects })
}

/** A batch that DuckDB splits by itself; undefined when it lacks a column, which the reader of the house then says. */
export async function arrivePlain(
  engine: Engine,
  table: LakeTableName,
  { header, body }: PlainText,
  to: { readonly folder: string; readonly takenAt: string },
): Promise<BatchResult | undefined> {
  const { columns } = tableOf(table)
  if (columns.some(({ name, required }) => required && !header.includes(name))) return undefined
  const present = columns.map(({ name }) => name).filter(name => header.includes(name))
  const cells = present.map(name => `trim(cells[${header.indexOf(name) + 1}]) as "${name}"`)
  await engine.run(
    `create or replace temp table arrived as select line, ${cells.join(', ')}
     from (select generate_subscripts(rows, 1) + 1 as line, string_split(unnest(rows), ',') as cells from (select string_split($body, chr(10)) as rows))`,
    { body },
  )
  const arrived = { table, relation: 'arrived', present: new Set(present) }
  const rejects = await rejectsOf(engine, arrived)
  const lines = await writePart(engine, arrived, { ...to, part: 0 })
  await engine.run('drop table arrived')
  return { lines, rejects }
}

/** A Parquet file of any size: read in place, its row n counted as line n + 1 as if it had a header line. */
export async function arriveParquet(
  engine: Engine,
  table: LakeTableName,
  path: string,
  to: { readonly folder: string; readonly takenAt: string },
): Promise<Result<BatchResult, 'csvColumnMissing' | 'lakeFileBroken'>> {
  const source = `read_parquet(${quoted(path)}, file_row_number = true)`
  const types = await typesOf(engine, source)
  if (types === undefined) return refuse('lakeFileBroken')
  const { columns } = tableOf(table)
  const missing = columns.filter(({ name, required }) => required && !types.has(name)).map(({ name }) => name)
  if (missing.length > 0) return refuse('csvColumnMissing', { columns: missing.join('、') })
  const present = columns.filter(({ name }) => types.has(name)).map(({ name }) => name)
  const cells = present.map(name => `${asText(name, types.get(name) ?? '')} as "${name}"`)
  const relation = `(select file_row_number + 2 as line, ${cells.join(', ')} from ${source})`
  const arrived = { table, relation, present: new Set(present) }
  const rejects = await rejectsOf(engine, arrived)
  return ok({ lines: await writePart(engine, arrived, { ...to, part: 0 }), rejects })
}

/** A time without a zone in a typed column is China's, as the session of the engine is; in text it is refused. */
const asText = (name: string, type: string): string =>
  /^TIMESTAMP(_[A-Z]+)?$/.test(type) ? `cast(cast("${name}" as timestamptz) as varchar)` : `cast("${name}" as varchar)`

/** Column names and types of a relation; undefined when DuckDB cannot read it. */
export async function typesOf(engine: Engine, relation: string): Promise<ReadonlyMap<string, string> | undefined> {
  try {
    const rows = await engine.rows<{ column_name: string; column_type: string }>(`describe select * from ${relation}`)
    return new Map(rows.map(row => [row.column_name, row.column_type]))
  } catch {
    return undefined
  }
}

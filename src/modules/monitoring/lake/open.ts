import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { type Crs, toWgs84 } from '#kernel/position'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Reject } from '#platform/csv'
import { arriveCsv, typesOf } from './arrive.ts'
import { type Engine, freshFolder, quoted } from './engine.ts'
import { readReplaced } from './replaced.ts'
import { settleVisits } from './settle-visits.ts'
import { type LakeTableName, lakeTableNames, tableOf, tableOfFile } from './tables.ts'

export interface OpenedLake {
  /** Which tables have a source; the others are empty. */
  readonly present: ReadonlySet<LakeTableName>
  readonly rejected: readonly { readonly file: string; readonly rejects: readonly Reject[] }[]
}

/**
 * Opens a folder named as in `formats/` (or the lake of the house, which is laid out alike): afterwards every table of the
 * lake can be asked by its name. Parquet is read where it lies; a CSV file is first judged and written to `scratch`.
 */
export async function openLake(
  engine: Engine,
  folder: string,
  scratch: string,
): Promise<Result<OpenedLake, 'lakeFolderMissing' | 'lakeFileBroken' | 'lakeColumnMissing'>> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined)
  if (entries === undefined) return refuse('lakeFolderMissing', { folder })
  const sources = new Map<LakeTableName, string[]>()
  const rejected: { file: string; rejects: readonly Reject[] }[] = []
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const table = tableOfFile(entry.name)
    if (table === undefined || entry.name.endsWith('.rejected.csv')) continue
    const files = entry.isDirectory() ? await filesOfTable(join(folder, entry.name)) : [join(folder, entry.name)]
    for (const file of files) {
      const known = sources.get(table) ?? []
      if (file.endsWith('.parquet')) sources.set(table, [...known, file])
      if (!file.endsWith('.csv') || file.endsWith('.rejected.csv')) continue
      const to = await freshFolder(join(scratch, table, String(known.length)))
      const arrived = await arriveCsv(engine, table, file, { folder: to, takenAt: '2000-01-01T00:00:00Z' })
      if (!arrived.ok) return refuse('lakeFileBroken', { file: entry.name, why: arrived.refusal })
      if (arrived.value.lines > 0) sources.set(table, [...known, ...(await filesBelow(to))])
      if (arrived.value.rejects.length > 0) rejected.push({ file: entry.name, rejects: arrived.value.rejects })
    }
  }
  for (const table of lakeTableNames) {
    const refused = await createView(engine, table, sources.get(table) ?? [])
    if (refused !== undefined) return refused
  }
  if (sources.has('inspections')) await settleVisits(engine)
  return ok({ present: new Set(sources.keys()), rejected })
}

/** Without the batches that a merged folder has replaced. */
async function filesOfTable(home: string): Promise<string[]> {
  const replaced = await readReplaced(home)
  const files = await filesBelow(home)
  return replaced.size === 0 ? files : files.filter(file => !replaced.has(relative(home, file).split(sep)[0] ?? ''))
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .toSorted()
}

/** A relation with the types of the table, whatever types a foreign Parquet file has; lines that do not fit are left out. */
async function createView(engine: Engine, table: LakeTableName, files: readonly string[]) {
  const { columns, key } = tableOf(table)
  if (files.length === 0) {
    await engine.run(`create or replace table ${table} (${columns.map(c => `"${c.name}" ${c.kind.type}`).join(', ')})`)
    return undefined
  }
  const source = `read_parquet([${files.map(quoted).join(', ')}], union_by_name = true, hive_partitioning = false)`
  const types = await typesOf(engine, source)
  if (types === undefined) return refuse('lakeFileBroken', { file: table, why: 'parquet' })
  const missing = columns.filter(({ name, required }) => required && !types.has(name)).map(({ name }) => name)
  if (missing.length > 0) return refuse('lakeColumnMissing', { table, columns: missing.join('、') })
  const cells = columns.map(({ name, kind }) => {
    if (!types.has(name)) return `null::${kind.type} as "${name}"`
    const same = types.get(name) === typeNames[kind.type]
    return same ? `"${name}"` : `try_cast("${name}" as ${kind.type}) as "${name}"`
  })
  const whole = columns.filter(({ required }) => required).map(({ name }) => `"${name}" is not null`)
  const later = types.has('taken_at') ? 'taken_at desc' : '1'
  const once = key === undefined ? '' : `qualify row_number() over (partition by ${key} order by ${later}) = 1`
  const select = `select ${cells.join(', ')} from ${source} where ${whole.join(' and ')} ${once}`
  // Lists are small and asked often; their places may stand in another system of coordinates.
  await engine.run(`create or replace ${key === undefined ? 'view' : 'table'} ${table} as ${select}`)
  if (key !== undefined && columns.some(({ name }) => name === 'crs')) await settlePlaces(engine, table)
  return undefined
}

const typeNames: Readonly<Record<string, string>> = {
  varchar: 'VARCHAR',
  timestamptz: 'TIMESTAMP WITH TIME ZONE',
  bigint: 'BIGINT',
  double: 'DOUBLE',
  date: 'DATE',
}

/** Everything inside is WGS-84; the kernel converts. */
export async function settlePlaces(engine: Engine, table: LakeTableName | 'find'): Promise<void> {
  const [lng, lat] = table === 'schools' ? ['gate_lng', 'gate_lat'] : ['lng', 'lat']
  const rows = await engine.rows<{ lng: number; lat: number; crs: Crs }>(
    `select distinct "${lng}" as lng, "${lat}" as lat, crs from ${table} where crs in ('GCJ02', 'BD09') and "${lng}" is not null`,
  )
  for (const { crs, ...place } of rows) {
    const wgs = toWgs84(place, crs)
    await engine.run(
      `update ${table} set "${lng}" = $toLng, "${lat}" = $toLat, crs = 'WGS84' where "${lng}" = $lng and "${lat}" = $lat and crs = $crs`,
      { toLng: wgs.lng, toLat: wgs.lat, lng: place.lng, lat: place.lat, crs },
    )
  }
}

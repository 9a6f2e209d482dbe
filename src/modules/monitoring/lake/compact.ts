import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Engine, freshFolder, quoted } from './engine.ts'
import { parquetBelow, readReplaced, replacesFile } from './replaced.ts'
import { type LakeTableName, lakeTableNames, tableOf } from './tables.ts'

export interface Compacted {
  readonly table: LakeTableName
  readonly batches: number
  readonly lines: number
}

export interface CompactAsk {
  readonly folder: string
  readonly engine: Engine
  /** Now, in milliseconds. */
  readonly now: number
  /** Fewer small batches are left as they are. */
  readonly leastBatches?: number
  /** A batch is small below this many bytes. */
  readonly smallBytes?: number
}

/** Whoever opened the lake before the merge may still be reading the old files. */
const graceMs = 6 * 3_600_000

/**
 * 合并小批: a lake fed in small batches opens slowly, a file for each batch and month. The small ones are written as one file a
 * month into one folder, renamed into its place as a whole with the names of those it replaces in it: a reader takes the new
 * folder and leaves the old, all at once. Hours later the old files go; their empty folders stay, so that the same content
 * sent again is still known.
 */
export async function compactLake(ask: CompactAsk): Promise<Compacted[]> {
  const done: Compacted[] = []
  for (const table of lakeTableNames) {
    const home = join(ask.folder, table)
    if (!existsSync(home)) continue
    await emptyReplaced(home, ask.now)
    const small = await smallBatches(home, ask.smallBytes ?? 8 * 2 ** 20)
    if (small.length < (ask.leastBatches ?? 20)) continue
    done.push({ table, batches: small.length, lines: await merge(ask, table, small) })
  }
  return done
}

async function smallBatches(home: string, smallBytes: number): Promise<string[]> {
  const replaced = await readReplaced(home)
  const names = (await readdir(home)).filter(name => !replaced.has(name)).toSorted()
  const small: string[] = []
  for (const name of names) {
    const files = await parquetBelow(join(home, name))
    let bytes = 0
    for (const file of files) bytes += (await stat(file)).size
    if (files.length > 0 && bytes < smallBytes) small.push(name)
  }
  return small
}

async function merge({ folder, engine }: CompactAsk, table: LakeTableName, names: readonly string[]): Promise<number> {
  const home = join(folder, table)
  const files: string[] = []
  for (const name of names) files.push(...(await parquetBelow(join(home, name))))
  const hash = createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 32)
  const aside = await freshFolder(join(folder, '.aside', `${table}-${hash}-${randomUUID()}`))
  try {
    const { time } = tableOf(table)
    const month = time === undefined ? `'all'` : `strftime("${time}", '%Y-%m')`
    const source = `read_parquet([${files.map(quoted).join(', ')}], union_by_name = true, hive_partitioning = false)`
    await engine.run(`copy (select *, ${month} as month from ${source} ${time === undefined ? '' : `order by "${time}"`})
      to ${quoted(aside)} (format parquet, partition_by (month), overwrite_or_ignore, filename_pattern 'part-0-{i}', compression zstd)`)
    const lines = await countOf(engine, source)
    const written = await parquetBelow(aside)
    const kept = await countOf(engine, `read_parquet([${written.map(quoted).join(', ')}], hive_partitioning = false)`)
    if (kept !== lines) throw new Error(`${table}: ${lines} lines before the merge and ${kept} after it`)
    await writeFile(join(aside, replacesFile), `${names.join('\n')}\n`)
    await rename(aside, join(home, `merged=${hash}`))
    return lines
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

async function countOf(engine: Engine, source: string): Promise<number> {
  const [row] = await engine.rows<{ n: string }>(`select count(*) as n from ${source}`)
  return Number(row?.n ?? 0)
}

async function emptyReplaced(home: string, now: number): Promise<void> {
  for (const [name, by] of await readReplaced(home)) {
    const { mtimeMs } = await stat(join(home, by, replacesFile))
    if (now - mtimeMs < graceMs) continue
    for (const file of await parquetBelow(join(home, name))) await rm(file)
  }
}

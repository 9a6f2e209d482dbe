import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { ok, type Result, refuse } from '#kernel/refusal'
import { CsvMalformed, type Reject, writeRejected } from '#platform/csv'
import { arriveCsv, arriveParquet, arrivePlain, type BatchResult } from './arrive.ts'
import { type Engine, freshFolder } from './engine.ts'
import { plainText } from './plain-text.ts'
import { type LakeTableName, tableOfFile } from './tables.ts'

/** The lake on disk: `TABLE/batch=HASH/month=2026-03/part-0-0.parquet`. Any process may read it at any time. */
export interface Lake {
  readonly folder: string
  readonly engine: Engine
}

export interface LakeReport {
  readonly table: LakeTableName
  readonly batch: string
  readonly lines: number
  readonly rejects: readonly Reject[]
  /** The same content lies there already: nothing was changed. */
  readonly already: boolean
  readonly rejectedFile?: string
}

/** 导入数据湖: one file, read to its end; good lines together, bad ones beside it with their reasons. */
export async function importLakeFile(lake: Lake, path: string, takenAt: string): Promise<Result<LakeReport>> {
  const file = basename(path)
  const table = tableOfFile(file)
  if (table === undefined) return refuse('lakeFileUnknown', { file })
  const known = await stat(path).catch(() => undefined)
  if (!known?.isFile()) return refuse('csvFileMissing', { file })
  const parquet = file.toLowerCase().endsWith('.parquet')
  const taken = await takeBatch(lake, { table, hash: await hashOf(path), file }, to =>
    parquet
      ? arriveParquet(lake.engine, table, path, { ...to, takenAt })
      : arriveCsv(lake.engine, table, path, { ...to, takenAt }),
  )
  if ('rejects' in taken) {
    const rejectedFile = await writeRejected(path, taken.rejects)
    if (!taken.result.ok) return taken.result
    return ok({ ...taken.result.value, ...(rejectedFile === undefined ? {} : { rejectedFile }) })
  }
  return taken.result
}

/** The same for lines that came by the feed; their rejects are kept in the lake. */
export async function importLakeText(
  lake: Lake,
  { table, csv, takenAt }: { readonly table: LakeTableName; readonly csv: string; readonly takenAt: string },
): Promise<Result<LakeReport>> {
  const bytes = Buffer.from(csv)
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  const plain = plainText(csv)
  const taken = await takeBatch(lake, { table, hash, file: `${table}.csv` }, async to => {
    const quick = plain && (await arrivePlain(lake.engine, table, plain, { ...to, takenAt }))
    return quick ? ok(quick) : arriveCsv(lake.engine, table, bytes, { ...to, takenAt })
  })
  if ('rejects' in taken && taken.rejects.length > 0) {
    await mkdir(join(lake.folder, 'rejected'), { recursive: true })
    await writeRejected(join(lake.folder, 'rejected', `${table}-${hash}`), taken.rejects)
  }
  return taken.result
}

type Taken = { readonly result: Result<LakeReport>; readonly rejects?: readonly Reject[] }
interface Batch {
  readonly table: LakeTableName
  readonly hash: string
  readonly file: string
}

/** Written aside, then renamed as one folder: a reader sees the whole batch or none, and a second try finds it there. */
async function takeBatch(
  { folder }: Lake,
  { table, hash, file }: Batch,
  arrive: (to: { readonly folder: string }) => Promise<Result<BatchResult>>,
): Promise<Taken> {
  const place = join(folder, table, `batch=${hash}`)
  if (existsSync(place)) return { result: ok({ table, batch: hash, lines: 0, rejects: [], already: true }) }
  const aside = await freshFolder(join(folder, '.aside', `${table}-${hash}-${randomUUID()}`))
  try {
    const arrived = await arrive({ folder: aside }).catch(malformed)
    if (!arrived.ok) return { result: refuse(arrived.refusal, { ...arrived.details, file }) }
    const { lines, rejects } = arrived.value
    if (lines === 0 && rejects.length > 0)
      return { result: refuse('csvAllRowsBad', { file, rows: rejects.length }), rejects }
    await mkdir(join(folder, table), { recursive: true })
    const first = await rename(aside, place).then(
      () => true,
      error => {
        if (existsSync(place)) return false
        throw error
      },
    )
    return { result: ok({ table, batch: hash, lines: first ? lines : 0, rejects, already: !first }), rejects }
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

function malformed(error: unknown): Result<BatchResult> {
  if (error instanceof CsvMalformed) return refuse('csvMalformed', { line: error.line })
  throw error
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
  return hash.digest('hex').slice(0, 32)
}

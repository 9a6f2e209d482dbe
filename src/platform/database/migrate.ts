import { createHash } from 'node:crypto'
import { glob, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import pg from 'pg'

export interface Migration {
  readonly name: string
  readonly sql: string
  readonly hash: string
}

/** The database and the program do not fit; the message says which file and what to do. */
export class MigrationError extends Error {
  override name = 'MigrationError'
}

/** All domains' files merged by the timestamp in their names; two files of one name are an error. */
export async function readMigrations(sourceFolder: string): Promise<Migration[]> {
  const found: Migration[] = []
  for await (const path of glob(['platform/migrations/*.sql', 'modules/*/migrations/*.sql'], { cwd: sourceFolder })) {
    const sql = await readFile(join(sourceFolder, path), 'utf8')
    const name = basename(path, '.sql')
    if (!/^\d{8}-\d{4}-[a-z0-9-]+$/.test(name))
      throw new MigrationError(`migration ${path}: name must be YYYYMMDD-HHMM-verb-object.sql`)
    found.push({ name, sql, hash: createHash('sha256').update(sql).digest('hex') })
  }
  const sorted = found.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const twin = sorted.find((m, i) => m.name === sorted[i + 1]?.name)
  if (twin) throw new MigrationError(`two migrations are named ${twin.name}`)
  return sorted
}

/**
 * Brings the database to this program's schema; returns the names it applied.
 * Each file runs in one transaction with its own row; two runners wait for each other; an edited file, a missing earlier
 * file and a database newer than the program are refused by name.
 */
export async function migrate(ownerUrl: string, migrations: readonly Migration[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(7310, 1)')
    await client.query(`create table if not exists public.yzt_migration (
      name text primary key, hash text not null, applied_at timestamptz not null default now())`)
    const { rows } = await client.query<{ name: string; hash: string }>(
      'select name, hash from public.yzt_migration order by name',
    )
    const due = pendingMigrations(migrations, rows)
    for (const migration of due) await apply(client, migration)
    return due.map(m => m.name)
  } finally {
    await client.end()
  }
}

/** Pure: which files are due; throws when database and files contradict each other. */
export function pendingMigrations(
  files: readonly Migration[],
  applied: readonly { name: string; hash: string }[],
): Migration[] {
  const byName = new Map(files.map(m => [m.name, m]))
  for (const row of applied) {
    const file = byName.get(row.name)
    if (!file) throw new MigrationError(`数据库比程序新：已执行 ${row.name}，本程序没有这个文件。请用更新的版本启动。`)
    if (file.hash !== row.hash)
      throw new MigrationError(`迁移文件 ${row.name} 在执行之后被改动。请还原该文件，另写新的迁移。`)
  }
  const done = new Set(applied.map(row => row.name))
  return files.filter(m => !done.has(m.name))
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    // The row goes first: a second runner without the lock would clash here instead of halfway.
    await client.query('insert into public.yzt_migration (name, hash) values ($1, $2)', [
      migration.name,
      migration.hash,
    ])
    await client.query(migration.sql)
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new MigrationError(`迁移 ${migration.name} 失败：${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    })
  }
}

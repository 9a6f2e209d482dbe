import { execFile } from 'node:child_process'
import { chown, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { syncFolder } from '../durable-file.ts'
import { type Account, commandOf } from './account.ts'

const run = promisify(execFile)

/** The superuser of the cluster; only starting and tests use it. */
export const superUser = 'yzt_super'

/**
 * Without these an unset LANG (services, containers) gives a cluster in SQL_ASCII that takes any bytes for text;
 * checksums make PostgreSQL notice a rotten page instead of answering with it.
 */
const flags = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--data-checksums',
  '--auth=scram-sha-256',
]

/** The folder of the cluster, and whether it is there. */
export async function findCluster(folder: string): Promise<{ path: string; exists: boolean }> {
  const path = join(folder, 'cluster')
  const exists = await stat(path).then(
    () => true,
    () => false,
  )
  return { path, exists }
}

/** Runs initdb in a folder beside and renames it: a cluster that was cut off half-way never looks like a whole one. */
export async function makeCluster(
  folder: string,
  { initdb, account, password }: { initdb: string; account: Account; password: string },
): Promise<void> {
  const draft = join(folder, 'cluster.new')
  const passwordFile = join(folder, 'initdb-password')
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  const { user } = account
  if (user !== undefined) await Promise.all([draft, passwordFile].map(path => chown(path, user.uid, user.gid)))
  const names = [`--pgdata=${draft}`, `--username=${superUser}`, `--pwfile=${passwordFile}`]
  const { program, args, options } = commandOf(account, initdb, [...names, ...flags])
  try {
    await run(program, args, { ...options, cwd: '/' })
  } catch (cause) {
    const output = Reflect.get(Object(cause), 'stderr') || cause
    throw new Error(`内置数据库无法初始化：${lastLines(String(output))}`, { cause })
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(draft, join(folder, 'cluster'))
  await syncFolder(folder)
}

/** The last lines of a program's output, in one line. */
export function lastLines(output: string): string {
  return output.trim().split('\n').slice(-5).join(' | ')
}

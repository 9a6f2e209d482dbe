import { chmod, mkdir, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { claimDataFolder } from './data-folder.ts'
import { type Access, freePort, openAccess, saveAccess } from './embedded-postgres/access-file.ts'
import { findAccount } from './embedded-postgres/account.ts'
import { findBinaries } from './embedded-postgres/binaries.ts'
import { findCluster, makeCluster } from './embedded-postgres/cluster.ts'
import { keepAlive } from './embedded-postgres/keep-alive.ts'
import { launch, type Postmaster, type PostmasterPlan, stopOrphan, whyNot } from './embedded-postgres/postmaster.ts'
import { waitUntilReady } from './embedded-postgres/readiness.ts'
import { ensureRoles, type Urls, urlsOf } from './embedded-postgres/roles.ts'

export type { Urls } from './embedded-postgres/roles.ts'

export interface EmbeddedPostgres extends Urls {
  /** Fast and clean: waits until the server has written everything and is gone. */
  stop(): Promise<void>
}

export interface EmbeddedPostgresOptions {
  /** Holds the cluster, `access.json` with port and passwords (0600), and `postgres.log`. */
  readonly folder: string
  /** A fixed port; otherwise a free one is chosen once and remembered. */
  readonly port?: number
  /** Further server settings, such as `archive_mode`. */
  readonly settings?: Readonly<Record<string, string>>
  readonly log: (message: string) => void
}

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  max_connections: '250',
  // Errors reach the program that caused them. In a log they would quote rows of people.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  // The session of a machine that vanished from the net ends after about 25 s, and its locks with it.
  tcp_keepalives_idle: '10',
  tcp_keepalives_interval: '5',
  tcp_keepalives_count: '3',
}

/**
 * Starts the PostgreSQL server that comes with npm, makes it on first use, and starts it again should it die (F4).
 * A server left over by a killed process is ended first.
 *
 * @throws DataFolderInUse while another process uses the folder, naming its pid.
 * @throws FolderError when the system user of the server cannot reach the folder; the message says what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  await makeFolder(options.folder)
  const release = await claimDataFolder(options.folder)
  try {
    const plan = await prepare(options)
    return await run(plan, options, release)
  } catch (error) {
    await release()
    throw error
  }
}

/** The addresses of a server that another process started on the folder: for commands beside a running house. */
export async function attachEmbeddedPostgres(folder: string): Promise<Urls> {
  return urlsOf(await openAccess(folder, true))
}

async function prepare({ folder, port, log, ...options }: EmbeddedPostgresOptions) {
  const binaries = findBinaries()
  const { path: cluster, exists } = await findCluster(folder)
  const account = await findAccount([cluster, binaries.postgres])
  if (account.lent !== undefined) log(`${folder} is closed to the system user postgres; lending him ${account.lent}`)
  const access = await openAccess(folder, exists)
  if (!exists) await makeCluster(folder, { initdb: binaries.initdb, account, password: access.superPassword })
  else if ((await stopOrphan(cluster)) === 'stopped')
    log('ended a PostgreSQL server that a killed process had left running')
  await cutLog(folder)
  const plan = { folder, cluster, account, program: binaries.postgres, settings: { ...settings, ...options.settings } }
  return { plan, access: port === undefined ? access : { ...access, port } }
}

async function run(
  prepared: { plan: PostmasterPlan; access: Access },
  { folder, port, log }: EmbeddedPostgresOptions,
  release: () => Promise<void>,
): Promise<EmbeddedPostgres> {
  const { plan } = prepared
  const { access, postmaster } = await startAnywhere(plan, prepared.access, port === undefined)
  try {
    if (access.port !== prepared.access.port) await saveAccess(folder, access)
    await ensureRoles(access)
  } catch (error) {
    await postmaster.stop()
    throw error
  }
  log(`PostgreSQL ready on 127.0.0.1:${access.port}, process ${postmaster.pid}`)
  const stop = keepAlive(plan, access, { first: postmaster, log })
  return { ...urlsOf(access), stop: () => stop().finally(release) }
}

/** Tries again while remains of a killed server hold its shared memory, and elsewhere when somebody took the port. */
async function startAnywhere(
  plan: PostmasterPlan,
  access: Access,
  mayMove: boolean,
): Promise<{ access: Access; postmaster: Postmaster }> {
  for (let attempt = 1; ; attempt += 1) {
    const postmaster = await launch(plan, access.port)
    const expected = { url: urlsOf(access).superUrl, cluster: plan.cluster, gone: postmaster.gone, seconds: 120 }
    const state = await waitUntilReady(expected).catch(error => postmaster.stop().then(() => Promise.reject(error)))
    if (state === 'ready') return { access, postmaster }
    await postmaster.stop()
    const reason = await whyNot(plan.folder)
    const portTaken = /could not (?:bind|create any TCP)/u.test(reason)
    const retry = attempt < 5 && state === 'gone' && (portTaken ? mayMove : /shared memory block/u.test(reason))
    if (!retry) throw new Error(`内置数据库没有启动：${reason}`)
    if (portTaken) return startAnywhere(plan, { ...access, port: await freePort() }, false)
    await sleep(500)
  }
}

async function makeFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true })
  // As root the server is another user, who must pass through; the files inside stay closed to everybody.
  if (made !== undefined) await chmod(folder, process.getuid?.() === 0 ? 0o711 : 0o700)
}

async function cutLog(folder: string): Promise<void> {
  const path = join(folder, 'postgres.log')
  const size = await stat(path).then(
    found => found.size,
    () => 0,
  )
  if (size > 10_000_000) await rename(path, `${path}.1`)
}

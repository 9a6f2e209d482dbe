import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, readFile, readlink, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Account, commandOf } from './account.ts'
import { lastLines } from './cluster.ts'

export interface PostmasterPlan {
  readonly folder: string
  readonly cluster: string
  readonly program: string
  readonly account: Account
  readonly settings: Readonly<Record<string, string>>
}

/** A running server: the process, and how to end it. */
export interface Postmaster {
  readonly pid: number
  /** Resolves when the process is gone, for whatever reason. */
  readonly gone: Promise<void>
  /** Fast shutdown: open transactions are rolled back, everything committed is kept. */
  stop(): Promise<void>
}

/**
 * Starts the server program; does not wait until it answers. Its own session (`detached`) keeps the Ctrl-C of the
 * terminal away from it: we end it last, when nobody needs it any more. Its log is a file rather than a pipe, so that it
 * can still write when our process has died.
 */
export async function launch(plan: PostmasterPlan, port: number): Promise<Postmaster> {
  const settings = Object.entries({ ...plan.settings, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const { program, args, options } = commandOf(plan.account, plan.program, ['-D', plan.cluster, ...settings])
  const log = await open(logPath(plan.folder), 'a', 0o600)
  const child = spawn(program, args, { ...options, cwd: '/', detached: true, stdio: ['ignore', log.fd, log.fd] })
  const gone = new Promise<void>(resolve => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  await Promise.race([once(child, 'spawn'), gone]).finally(() => log.close())
  child.unref()
  if (child.pid === undefined) throw new Error(`内置数据库的程序无法运行：${plan.program}`)
  return { pid: child.pid, gone, stop: () => stopChild(child, gone) }
}

async function stopChild(child: ChildProcess, gone: Promise<void>): Promise<void> {
  child.ref()
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT')
  const stopped = gone.then(() => true)
  if (await Promise.race([stopped, sleep(30_000, false, { ref: false })])) return
  child.kill('SIGQUIT') // not ended in half a minute: the next start recovers from the write-ahead log
  await gone
}

/** The last lines the server wrote: why it did not start. */
export async function whyNot(folder: string): Promise<string> {
  return lastLines(await readFile(logPath(folder), 'utf8').catch(() => ''))
}

/**
 * Ends a server that outlived the process which started it (killed with -9), and removes a `postmaster.pid` that names
 * another program of this machine: after a reboot its number may be anybody's, and PostgreSQL would wait for ever.
 */
export async function stopOrphan(cluster: string): Promise<'none' | 'stopped'> {
  const path = join(cluster, 'postmaster.pid')
  const pid = Number((await readFile(path, 'utf8').catch(() => '')).split('\n')[0])
  if (!Number.isInteger(pid) || pid <= 0) return 'none'
  if (!(await worksIn(pid, cluster))) {
    await rm(path, { force: true })
    return 'none'
  }
  for (const [signal, seconds] of [['SIGINT', 20] as const, ['SIGQUIT', 10] as const]) {
    process.kill(pid, signal)
    for (let waited = 0; waited < seconds * 20; waited += 1) {
      if (!(await worksIn(pid, cluster))) return 'stopped'
      await sleep(50)
    }
  }
  throw new Error(`上次留下的数据库进程 ${pid} 无法停止。请先结束它，再启动。`)
}

/** Whether the process is a server of this cluster: a server stands in its data folder. */
async function worksIn(pid: number, cluster: string): Promise<boolean> {
  if (process.platform !== 'linux') return isAlive(pid)
  const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => undefined)
  if (cwd === undefined) return false
  const [here, there] = await Promise.all([stat(cluster), stat(cwd).catch(() => undefined)])
  return there !== undefined && here.dev === there.dev && here.ino === there.ino
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function logPath(folder: string): string {
  return join(folder, 'postgres.log')
}

import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ok, type Result, refuse } from '#kernel/refusal'

/** Takes a data folder for this process; refuses `dataFolderInUse` with the pid of the agent that has it. */
export function lockFolder(folder: string): Result<() => void, 'dataFolderInUse'> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'agent.lock')
  const mine = `${path}.${process.pid}`
  writeFileSync(mine, `${process.pid} ${startOf(process.pid)}`, { mode: 0o600 })
  try {
    return claim(mine, path)
  } finally {
    rmSync(mine, { force: true })
  }
}

/** A link appears whole or not at all: nobody ever reads a lock that is only half written. */
function claim(mine: string, path: string): Result<() => void, 'dataFolderInUse'> {
  for (let n = 0; n < 2; n++) {
    try {
      linkSync(mine, path)
      return ok(() => rmSync(path, { force: true }))
    } catch {
      const [pid, start] = readLock(path)
      if (isAlive(pid, start)) return refuse('dataFolderInUse', { pid })
      // Left by an agent that was killed.
      rmSync(path, { force: true })
    }
  }
  return refuse('dataFolderInUse', { pid: 0 })
}

function readLock(path: string): [number, string] {
  try {
    const [pid, start] = readFileSync(path, 'utf8').split(' ')
    return [Number(pid), start ?? '']
  } catch {
    return [0, '']
  }
}

function isAlive(pid: number, start: string): boolean {
  if (!Number.isInteger(pid) || pid < 1) return false
  try {
    process.kill(pid, 0)
    return startOf(pid) === start
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** When the process started, where the system tells it: after a restart another program may have the same pid. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

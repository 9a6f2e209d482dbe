import { readFile } from 'node:fs/promises'

/**
 * A text that names one life of a process, or `undefined` when no process has the number now. After a reboot, and in
 * containers at every start, a number returns to another program: a lock that stores the number alone would then
 * keep everybody out until somebody deletes it by hand. Only Linux tells the start time; elsewhere the number must do.
 */
export async function markOf(pid: number): Promise<string | undefined> {
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  if (process.platform !== 'linux') return isAlive(pid) ? String(pid) : undefined
  const [boot, status] = await Promise.all([
    readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
    readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined),
  ])
  // Field 22, counted after the program's name, which may itself hold spaces and brackets.
  const started = status?.slice(status.lastIndexOf(')') + 2).split(' ')[19]
  return started === undefined ? undefined : `${pid} ${boot.trim()} ${started}`
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return Reflect.get(Object(error), 'code') === 'EPERM'
  }
}

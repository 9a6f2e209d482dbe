import { existsSync, statfsSync } from 'node:fs'

const folder = '/dev/shm'
const needed = 6e9

/**
 * The tests' own folders (clusters, houses, profiles) lie in memory where the machine has it: a county of databases is made and dropped
 * two hundred times, and a disk would be waited for at each. PostgreSQL keeps `fsync=on`; who sets `TMPDIR` is heard.
 */
function workInMemory(): void {
  if (process.env['TMPDIR'] !== undefined || !existsSync(folder)) return
  const { type, bavail, bsize } = statfsSync(folder)
  const tmpfs = 0x01021994
  if (type === tmpfs && bavail * bsize > needed && process.availableMemory() > needed) process.env['TMPDIR'] = folder
}

workInMemory()

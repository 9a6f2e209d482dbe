import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { randomId } from './crypto.ts'

/**
 * Writes a file so that after a power cut it is there whole or not at all: temporary name, fsync, rename, fsync of the
 * folder. An existing file is replaced. `mode` is the permission, 0600 unless told otherwise.
 */
export async function writeDurably(path: string, content: string | Uint8Array, mode = 0o600): Promise<void> {
  const temporary = `${path}.${randomId()}.tmp`
  try {
    const file = await open(temporary, 'wx', mode)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
}

/** Makes renames and new names in a folder survive a power cut; without it the disk may still hold the old list. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

import {
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** One folder of files, in the few verbs whose durability matters; a test replaces it by a disk that loses writes. */
export interface Disk {
  read(name: string): Buffer | undefined
  /** Creates the file when it is not there. May have written a part when it throws. */
  append(name: string, bytes: Uint8Array): void
  truncate(name: string, size: number): void
  /** The bytes of the file survive a power cut after this. */
  sync(name: string): void
  /** Names (created, renamed, removed) survive a power cut after this. */
  syncFolder(): void
  rename(from: string, to: string): void
  remove(name: string): void
  list(): string[]
  freeBytes(): number
}

/** The real folder; files are readable by their owner only. */
export function folderDisk(folder: string): Disk {
  const made = mkdirSync(resolve(folder), { recursive: true, mode: 0o700 })
  // A new folder survives a power cut only when the folder that holds its name is synced too.
  for (let inner = resolve(folder); made !== undefined && inner.startsWith(made); inner = dirname(inner))
    using(dirname(inner), constants.O_RDONLY, fsyncSync)
  const at = (name: string) => join(folder, name)
  return {
    read: name => (existsSync(at(name)) ? readFileSync(at(name)) : undefined),
    append: (name, bytes) =>
      using(at(name), constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT, fd => {
        for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done)
      }),
    truncate: (name, size) => using(at(name), constants.O_WRONLY, fd => ftruncateSync(fd, size)),
    sync: name => using(at(name), constants.O_RDONLY, fsyncSync),
    syncFolder: () => using(folder, constants.O_RDONLY, fsyncSync),
    rename: (from, to) => renameSync(at(from), at(to)),
    remove: name => rmSync(at(name), { force: true }),
    list: () => readdirSync(folder),
    freeBytes: () => {
      try {
        const space = statfsSync(folder)
        return space.bavail * space.bsize
      } catch {
        // A disk that cannot even be asked takes no new act.
        return 0
      }
    },
  }
}

function using(path: string, flags: number, work: (fd: number) => void) {
  const fd = openSync(path, flags, 0o600)
  try {
    work(fd)
  } finally {
    closeSync(fd)
  }
}

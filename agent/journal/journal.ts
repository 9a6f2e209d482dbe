import { ok, type Result, refuse } from '#kernel/refusal'
import { addEntry, type Contents } from './contents.ts'
import type { Disk } from './disk.ts'
import { type Entry, encodeEntry } from './entry.ts'
import { encodeRecord } from './record.ts'
import { journalFile, type RecoveryReport, recover, rewrite } from './recover.ts'

const reserveFile = 'reserve'

export interface JournalLimits {
  /** Below this much free space no new act is taken. */
  leastFreeBytes: number
  /** Given up when the disk is full, so that acknowledgements and outcomes can still be written. */
  reserveBytes: number
}

const usualLimits: JournalLimits = { leastFreeBytes: 64 * 1024 * 1024, reserveBytes: 16 * 1024 * 1024 }

export interface Journal {
  readonly contents: Readonly<Contents>
  readonly report: RecoveryReport
  /** Returns ok only when the entry would survive a power cut (K-ack 已保存在本机). */
  append(entry: Entry): Result<undefined, 'storageFull' | 'journalBroken'>
  /** Is there room for another act? Asked before the citizen types. */
  storage(): 'ok' | 'full'
  freeBytes(): number
  /** Purges what is finished: the entry that says so is already fsynced. */
  compact(): void
}

/** Opens the journal of a data folder, mending what a crash left behind. */
export function openJournal(disk: Disk, limits: JournalLimits = usualLimits): Journal {
  const { contents, report, ...found } = recover(disk)
  let size = found.size
  let broken = false
  keepReserve(disk, limits)

  function write(record: Buffer) {
    disk.append(journalFile, record)
    disk.sync(journalFile)
  }

  function takeBack(): boolean {
    try {
      disk.truncate(journalFile, size)
      disk.sync(journalFile)
      return true
    } catch {
      return false
    }
  }

  /** false when the disk is full and the file is as before; throws away the journal when not even that is sure. */
  function tryWrite(record: Buffer): boolean {
    try {
      write(record)
      return true
    } catch (error) {
      // After a failed fsync nobody knows what is on the disk: only a new start reads it again.
      broken = !isFull(error) || !takeBack()
      return false
    }
  }

  const storage = () => (broken || disk.freeBytes() < limits.leastFreeBytes ? 'full' : 'ok')

  function append(entry: Entry): Result<undefined, 'storageFull' | 'journalBroken'> {
    if (broken) return refuse('journalBroken')
    if (entry.kind === 'act' && storage() === 'full') return refuse('storageFull')
    const record = encodeRecord(encodeEntry(entry))
    let written = tryWrite(record)
    if (!written && !broken && entry.kind !== 'act') {
      disk.remove(reserveFile)
      written = tryWrite(record)
    }
    if (!written) return refuse(broken ? 'journalBroken' : 'storageFull')
    size += record.length
    addEntry(contents, entry)
    return ok(undefined)
  }

  return {
    contents,
    report,
    append,
    storage,
    freeBytes: () => disk.freeBytes(),
    compact() {
      if (broken) return
      try {
        size = rewrite(disk, contents)
      } catch (error) {
        // No room for the new file: the old one stays and is tried again later.
        if (!isFull(error)) broken = true
      }
    },
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
}

function keepReserve(disk: Disk, limits: JournalLimits) {
  const there = disk.list().includes(reserveFile)
  if (there || limits.reserveBytes === 0 || disk.freeBytes() < limits.leastFreeBytes + limits.reserveBytes) return
  try {
    disk.append(reserveFile, Buffer.alloc(limits.reserveBytes))
    disk.sync(reserveFile)
  } catch {
    disk.remove(reserveFile)
  }
}

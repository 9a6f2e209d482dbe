import { addEntry, type Contents, emptyContents, entriesOf } from './contents.ts'
import type { Disk } from './disk.ts'
import { decodeEntry, encodeEntry } from './entry.ts'
import { type Damage, encodeRecord, scanRecords } from './record.ts'

export const journalFile = 'journal'
const nextFile = 'journal.next'

/** What was wrong with the journal when it was opened; reported with the heartbeat, never silent. */
export interface RecoveryReport {
  /** Bytes cut off the end: a write that power loss or kill interrupted. */
  truncatedBytes: number
  /** Damaged places before the end, copied into a quarantine file. */
  quarantined: Damage[]
}

/** Reads the journal, sets damage aside and leaves a file in which every byte is good. */
export function recover(disk: Disk): { contents: Contents; size: number; report: RecoveryReport } {
  const contents = emptyContents()
  const file = disk.read(journalFile)
  // A leftover of a compaction that did not reach its rename: the old file is still the truth.
  if (disk.read(nextFile)) disk.remove(nextFile)
  if (!file) {
    disk.append(journalFile, new Uint8Array())
    disk.sync(journalFile)
    disk.syncFolder()
    return { contents, size: 0, report: { truncatedBytes: 0, quarantined: [] } }
  }
  const scan = scanRecords(file, decodeEntry)
  for (const entry of scan.records) addEntry(contents, entry)
  const damage = scan.tail ? [...scan.middle, scan.tail] : scan.middle
  if (damage.length > 0) setAside(disk, file, damage)
  let size = file.length - (scan.tail?.length ?? 0)
  if (scan.tail) {
    disk.truncate(journalFile, size)
    disk.sync(journalFile)
  }
  if (scan.middle.length > 0) size = rewrite(disk, contents)
  return { contents, size, report: { truncatedBytes: scan.tail?.length ?? 0, quarantined: scan.middle } }
}

/** Copies the damaged bytes before they are cut: a technician may still get something out of them. */
function setAside(disk: Disk, file: Buffer, damage: Damage[]) {
  const count = disk.list().filter(name => name.startsWith('quarantine-')).length
  const name = `quarantine-${count + 1}`
  for (const { offset, length } of damage) disk.append(name, file.subarray(offset, offset + length))
  disk.sync(name)
  disk.syncFolder()
}

/** Writes the contents as a new file and puts it in the place of the old one; gives its size. */
export function rewrite(disk: Disk, contents: Contents): number {
  const bytes = Buffer.concat(entriesOf(contents).map(entry => encodeRecord(encodeEntry(entry))))
  disk.remove(nextFile)
  disk.append(nextFile, bytes)
  disk.sync(nextFile)
  disk.rename(nextFile, journalFile)
  disk.syncFolder()
  return bytes.length
}

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { CrashDisk } from '../testing/crash-disk.ts'
import { crc32c } from './crc32c.ts'
import { folderDisk } from './disk.ts'
import type { Entry } from './entry.ts'
import { type JournalLimits, openJournal } from './journal.ts'

const small: JournalLimits = { leastFreeBytes: 0, reserveBytes: 0 }
const folders: string[] = []
afterEach(() => folders.splice(0).forEach(folder => void rmSync(folder, { recursive: true })))

function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'journal-'))
  folders.push(folder)
  return folder
}

function act(n: number): Entry & { kind: 'act' } {
  const hex = n.toString(16).padStart(4, '0')
  return { kind: 'act', key: `key-${n}`, envelope: { wrappedKey: hex, iv: hex, ciphertext: hex.repeat(3), tag: hex } }
}

function fiftyActs() {
  const disk = new CrashDisk()
  const journal = openJournal(disk, small)
  const ends = [0]
  for (let n = 0; n < 50; n++) {
    journal.append(act(n))
    ends.push(disk.read('journal')?.length ?? 0)
  }
  return { file: disk.read('journal') as Buffer, ends }
}

const keysIn = (file: Buffer) => {
  const disk = new CrashDisk(new Map([['journal', file]]))
  const journal = openJournal(disk, small)
  return { keys: [...journal.contents.pending.keys()], report: journal.report, disk }
}

describe('CRC-32C', () => {
  it('gives the published check value and that of 32 zero bytes (RFC 3720)', () => {
    expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283)
    expect(crc32c(Buffer.alloc(32)).toString(16)).toBe('8a9136aa')
    expect(crc32c(Buffer.from('1234'), Buffer.from('56789'))).toBe(0xe3069283)
  })
})

describe('a journal of fifty acts', () => {
  const { file, ends } = fiftyActs()
  const all = Array.from({ length: 50 }, (_, n) => `key-${n}`)

  it('cut at any byte keeps every whole record, drops the half one and says how much it dropped', () => {
    for (let cut = 0; cut <= file.length; cut++) {
      const whole = ends.findLastIndex(end => end <= cut)
      const { keys, report } = keysIn(Buffer.from(file.subarray(0, cut)))
      expect(keys).toEqual(all.slice(0, whole))
      expect(report).toEqual({ truncatedBytes: cut - (ends[whole] ?? 0), quarantined: [] })
    }
  })

  it('with any one byte flipped loses that record only, keeps a copy of it and says so', () => {
    for (let at = 0; at < file.length; at++) {
      const flipped = Buffer.from(file)
      flipped[at] = (flipped[at] ?? 0) ^ 0x40
      const hit = ends.findLastIndex(end => end <= at)
      const { keys, report, disk } = keysIn(flipped)
      expect(keys).toEqual(all.filter((_, n) => n !== hit))
      expect(report.quarantined.length + Math.sign(report.truncatedBytes)).toBe(1)
      expect(disk.read('quarantine-1')).toEqual(flipped.subarray(ends[hit], ends[hit + 1]))
      expect(openJournal(disk, small).report).toEqual({ truncatedBytes: 0, quarantined: [] })
    }
  })

  it('takes zeros or rubbish behind the last record for a bad tail, not for records', () => {
    for (const rubbish of [Buffer.alloc(100), Buffer.alloc(100, 0xff), Buffer.from('{"kind":"boot","counter":9}')]) {
      const { keys, report } = keysIn(Buffer.concat([file, rubbish]))
      expect(keys).toEqual(all)
      expect(report.truncatedBytes).toBe(rubbish.length)
    }
  })
})

describe('compaction', () => {
  it('purges acknowledged acts and keeps all else', () => {
    const disk = new CrashDisk()
    const journal = openJournal(disk, small)
    for (let n = 0; n < 6; n++) journal.append(act(n))
    journal.append({ kind: 'boot', counter: 3 })
    journal.append({ kind: 'act-acked', key: 'key-0', status: 201, seen: true })
    journal.append({ kind: 'act-acked', key: 'key-1', status: 422, seen: true })
    journal.append({ kind: 'act-acked', key: 'key-2', status: 409, seen: false })
    journal.append({ kind: 'print-spooled', printId: 'p1' })
    journal.append({ kind: 'print-outcome', printId: 'p1', outcome: 'failed', reason: 'paperOut' })
    journal.append({ kind: 'print-spooled', printId: 'p2' })
    journal.compact()
    const again = openJournal(disk, small)
    expect([...again.contents.pending.keys()]).toEqual(['key-3', 'key-4', 'key-5'])
    expect([...again.contents.refusedUnseen.keys()]).toEqual(['key-2'])
    expect(again.contents.bootCounter).toBe(3)
    expect(again.contents.prints.get('p1')).toEqual({ outcome: 'failed', reason: 'paperOut', reported: false })
    expect(again.contents.prints.get('p2')).toEqual({ reported: false })
    expect(disk.read('journal')?.includes('key-0')).toBe(false)
  })
})

describe('a full disk', () => {
  it('refuses a new act while there is still room for acknowledgements', () => {
    const disk = new CrashDisk()
    const journal = openJournal(disk, { leastFreeBytes: 1000, reserveBytes: 0 })
    disk.free = 2000
    expect(journal.append(act(1)).ok).toBe(true)
    disk.free = 999
    expect(journal.storage()).toBe('full')
    expect(journal.append(act(2))).toMatchObject({ ok: false, refusal: 'storageFull' })
    expect(journal.append({ kind: 'act-acked', key: 'key-1', status: 201, seen: true }).ok).toBe(true)
  })

  it('gives up its reserve for an acknowledgement when not one byte is left', () => {
    const disk = new CrashDisk()
    const journal = openJournal(disk, { leastFreeBytes: 100, reserveBytes: 4096 })
    journal.append(act(1))
    disk.free = 3
    expect(journal.append(act(2)).ok).toBe(false)
    expect(journal.append({ kind: 'act-acked', key: 'key-1', status: 201, seen: true }).ok).toBe(true)
    expect(disk.list()).not.toContain('reserve')
    const again = openJournal(disk, small)
    expect(again.report.truncatedBytes).toBe(0)
    expect(again.contents.pending.size).toBe(0)
  })

  it('leaves no half record behind a write that did not fit', () => {
    const disk = new CrashDisk()
    const journal = openJournal(disk, small)
    journal.append(act(1))
    disk.free = 10
    expect(journal.append(act(2))).toMatchObject({ refusal: 'storageFull' })
    disk.free = 10_000
    expect(journal.append(act(3)).ok).toBe(true)
    expect([...openJournal(disk, small).contents.pending.keys()]).toEqual(['key-1', 'key-3'])
  })

  it('takes nothing more after a write whose fate is unknown', () => {
    const disk = new CrashDisk()
    const journal = openJournal(disk, small)
    disk.sync = () => {
      throw Object.assign(new Error('input/output error'), { code: 'EIO' })
    }
    expect(journal.append(act(1))).toMatchObject({ refusal: 'journalBroken' })
    expect(journal.append(act(2))).toMatchObject({ refusal: 'journalBroken' })
    expect(journal.storage()).toBe('full')
  })
})

describe('the real folder', () => {
  it('keeps entries over a new start, readable by the owner only', () => {
    const folder = newFolder()
    const journal = openJournal(folderDisk(folder), { leastFreeBytes: 0, reserveBytes: 1024 })
    journal.append(act(1))
    journal.compact()
    journal.append(act(2))
    expect(statSync(join(folder, 'journal')).mode & 0o777).toBe(0o600)
    expect([...openJournal(folderDisk(folder), small).contents.pending.keys()]).toEqual(['key-1', 'key-2'])
  })

  it('mends a damaged file on the disk', () => {
    const folder = newFolder()
    const journal = openJournal(folderDisk(folder), small)
    for (let n = 0; n < 3; n++) journal.append(act(n))
    const path = join(folder, 'journal')
    const file = readFileSync(path)
    file[20] = 0
    writeFileSync(path, file.subarray(0, -1))
    const again = openJournal(folderDisk(folder), small)
    expect([...again.contents.pending.keys()]).toEqual(['key-1'])
    expect(again.report.quarantined).toHaveLength(1)
    expect(again.report.truncatedBytes).toBeGreaterThan(0)
    expect(openJournal(folderDisk(folder), small).report).toEqual({ truncatedBytes: 0, quarantined: [] })
  })
})

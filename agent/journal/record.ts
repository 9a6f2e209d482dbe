import { crc32c } from './crc32c.ts'

/** Above the largest act the agent takes (8 MB, sealed and in hex), so that a damaged length is seen as one. */
const most = 32 * 1024 * 1024
const headBytes = 8

/** length (4, big-endian) | CRC-32C over length and payload (4) | payload. */
export function encodeRecord(payload: Uint8Array): Buffer {
  const record = Buffer.alloc(headBytes + payload.length)
  record.writeUInt32BE(payload.length, 0)
  record.writeUInt32BE(crc32c(record.subarray(0, 4), payload), 4)
  record.set(payload, headBytes)
  return record
}

export interface Damage {
  offset: number
  length: number
}

export interface Scan<T> {
  records: T[]
  /** Damaged places with good records behind them. */
  middle: Damage[]
  /** What follows the last good record and is none itself. */
  tail: Damage | undefined
}

/**
 * Reads all records that are whole. After damage it looks at every following byte for the next one.
 * @param decode gives undefined for a payload that is no entry; such a record counts as damage.
 */
export function scanRecords<T>(file: Buffer, decode: (payload: Buffer) => T | undefined): Scan<T> {
  const scan: Scan<T> = { records: [], middle: [], tail: undefined }
  let badFrom: number | undefined
  for (let at = 0; at < file.length; ) {
    const payload = payloadAt(file, at)
    const record = payload && decode(payload)
    if (!payload || record === undefined) {
      badFrom ??= at
      at++
      continue
    }
    if (badFrom !== undefined) scan.middle.push({ offset: badFrom, length: at - badFrom })
    badFrom = undefined
    scan.records.push(record)
    at += headBytes + payload.length
  }
  if (badFrom !== undefined) scan.tail = { offset: badFrom, length: file.length - badFrom }
  return scan
}

function payloadAt(file: Buffer, at: number): Buffer | undefined {
  if (file.length - at < headBytes) return undefined
  const length = file.readUInt32BE(at)
  if (length > most || length > file.length - at - headBytes) return undefined
  const payload = file.subarray(at + headBytes, at + headBytes + length)
  return crc32c(file.subarray(at, at + 4), payload) === file.readUInt32BE(at + 4) ? payload : undefined
}

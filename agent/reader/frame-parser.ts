import { preamble, xorOf } from './frame.ts'

export interface FrameParser {
  /** Takes the next bytes of the line; gives the contents (without length and CHK) of the frames they complete. */
  push(bytes: Uint8Array): Buffer[]
  /** Overwrites and forgets what is half read: a lost reply must not be joined to the next one. */
  clear(): void
}

/**
 * Finds frames in a stream with noise, wherever it is cut.
 * On a wrong length or checksum exactly ONE byte is dropped: a true preamble may hide inside a false frame.
 */
export function frameParser(length: { least: number; most: number }): FrameParser {
  let pending: Buffer = Buffer.alloc(0)

  function take(): Buffer[] {
    const found: Buffer[] = []
    let at = 0
    for (;;) {
      at = startOfPreamble(pending, at)
      const body = at + preamble.length
      if (pending.length < body + 2) break
      const size = pending.readUInt16BE(body)
      if (size < length.least || size > length.most) {
        at++
        continue
      }
      const end = body + 2 + size
      if (pending.length < end) break
      if (xorOf(pending.subarray(body, end)) !== 0) {
        at++
        continue
      }
      found.push(Buffer.from(pending.subarray(body + 2, end - 1)))
      at = end
    }
    keepFrom(at)
    return found
  }

  /** Bytes already used may be a person's data: they are overwritten, not left to the garbage collector. */
  function keepFrom(at: number) {
    const rest = Buffer.from(pending.subarray(at))
    pending.fill(0)
    pending = rest
  }

  return {
    push(bytes) {
      const joined = Buffer.concat([pending, bytes])
      pending.fill(0)
      pending = joined
      return take()
    },
    clear() {
      pending.fill(0)
      pending = Buffer.alloc(0)
    },
  }
}

/** Where the next preamble starts or could still start (its first bytes may be the last ones received). */
function startOfPreamble(bytes: Buffer, from: number): number {
  const whole = bytes.indexOf(preamble, from)
  if (whole >= 0) return whole
  for (let at = Math.max(from, bytes.length - preamble.length + 1); at < bytes.length; at++) {
    if (preamble.subarray(0, bytes.length - at).equals(bytes.subarray(at))) return at
  }
  return Math.max(from, bytes.length)
}

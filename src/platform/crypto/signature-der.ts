const half = 32

/**
 * r‖s (64 bytes) → DER `SEQUENCE { INTEGER r, INTEGER s }` in hex, the form other systems expect
 * (GM/T 0009-2012 §7.3).
 */
export function signatureToDer(raw: Uint8Array): string {
  const body = Buffer.concat([integer(raw.subarray(0, half)), integer(raw.subarray(half))])
  return Buffer.concat([Buffer.from([0x30, body.length]), body]).toString('hex')
}

/**
 * DER hex → r‖s, or `undefined` when it is anything else. Only the one shortest encoding is read: a lenient reader
 * would accept many texts for one signature, and then a stored signature no longer names its act.
 */
export function signatureFromDer(hex: string): Buffer | undefined {
  if (!/^(?:[0-9a-f]{2}){8,72}$/iu.test(hex)) return undefined
  const der = Buffer.from(hex, 'hex')
  const lengthOfR = der[3] ?? 0
  const r = der.subarray(4, 4 + lengthOfR)
  const s = der.subarray(6 + lengthOfR)
  if (leadingZerosCut(r).length > half || leadingZerosCut(s).length > half) return undefined
  const raw = Buffer.concat([padded(r), padded(s)])
  return signatureToDer(raw) === hex.toLowerCase() ? raw : undefined
}

function integer(bytes: Uint8Array): Buffer {
  const short = leadingZerosCut(bytes)
  // A first bit of 1 would read as a negative number.
  const value = (short[0] ?? 0x80) & 0x80 ? Buffer.concat([Buffer.of(0), short]) : Buffer.from(short)
  return Buffer.concat([Buffer.from([0x02, value.length]), value])
}

function leadingZerosCut(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex(byte => byte !== 0)
  return first < 0 ? bytes.subarray(bytes.length) : bytes.subarray(first)
}

function padded(bytes: Uint8Array): Buffer {
  const short = leadingZerosCut(bytes)
  return Buffer.concat([Buffer.alloc(half - short.length), short])
}

/**
 * Texts as one string of bytes that can be read back in one way only: each with its length before it, and nothing
 * apart from empty. Hashing texts put end to end would let "ab","c" pass for "a","bc".
 */
export function canonicalBytes(fields: readonly (string | null)[]): Buffer {
  return Buffer.concat(fields.flatMap(field => (field === null ? [Buffer.of(0)] : [marked(field), Buffer.from(field)])))
}

function marked(field: string): Buffer {
  const mark = Buffer.alloc(5)
  mark.writeUInt8(1, 0)
  mark.writeUInt32BE(Buffer.byteLength(field), 1)
  return mark
}

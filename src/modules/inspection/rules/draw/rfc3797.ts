/** MD5 (RFC 1321) of bytes, as hexadecimal. */
export type Md5 = (bytes: Uint8Array) => string

/**
 * Publicly verifiable random selection as in RFC 3797 §5: for those who ask for the published standard instead of our own order.
 * `sources` are already in the canonical form of §4.1, each ended by `/`. Returns the chosen places of the pool, counted from 1, in order.
 * Throws when more are asked for than there are, or beyond the 65,536 rounds of the standard.
 */
export function selectByRfc3797(
  { sources, poolSize, count }: { sources: string; poolSize: number; count: number },
  md5: Md5,
): readonly number[] {
  if (!(count >= 0 && count <= poolSize && count <= 65_536)) throw new RangeError(`${count} of ${poolSize}`)
  const key = new TextEncoder().encode(sources)
  const left = Array.from({ length: poolSize }, (_, index) => index + 1)
  return Array.from({ length: count }, (_, round) => {
    const index = Uint8Array.of(round >> 8, round & 0xff)
    const hash = BigInt(`0x${md5(Uint8Array.from([...index, ...key, ...index]))}`)
    const [chosen = 0] = left.splice(Number(hash % BigInt(left.length)), 1)
    return chosen
  })
}

/**
 * 送达码: six digits that only the retailer has. Derived from a keyed index of the item, so that it is stored nowhere;
 * the courier's telephone holds a salted slow hash and can check it without network, not read it.
 */
export function codeFrom(index: string): string {
  return (BigInt(`0x${index.slice(0, 30)}`) % 1_000_000n).toString().padStart(6, '0')
}

/** PBKDF2-SHA-256, the slow hash that every browser has; a million guesses cost a telephone about a day of work. */
export const codeHashing = { iterations: 150_000, bytes: 32, saltBytes: 16 } as const

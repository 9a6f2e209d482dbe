import { digitCode } from '#kernel/spoken-code'

/**
 * 送达码: six digits that only the retailer has. Derived from a keyed index of the item, so that it is stored nowhere;
 * the courier's telephone holds a salted slow hash and can check it without network, not read it.
 */
export const codeFrom = (index: string): string => digitCode(index.slice(0, 30), 6)

/** PBKDF2-SHA-256, the slow hash that every browser has; a million guesses cost a telephone about a day of work. */
export const codeHashing = { iterations: 150_000, bytes: 32, saltBytes: 16 } as const

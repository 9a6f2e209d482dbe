import { createHash, createHmac, timingSafeEqual as equalBytes, hash } from 'node:crypto'

/** Bytes, or text taken as UTF-8. */
export type Bytes = string | Uint8Array

/** SM3 杂凑 (GB/T 32905-2016): 32 bytes. */
export function sm3(data: Bytes): Buffer {
  return hash('sm3', data, 'buffer')
}

/** The same, part after part, for what is too long to be held at once. */
export class Sm3Stream {
  readonly #hash = createHash('sm3')
  update(part: Uint8Array): void {
    this.#hash.update(part)
  }
  /** Hex; nothing can be added afterwards. */
  digest(): string {
    return this.#hash.digest('hex')
  }
}

/** HMAC (GB/T 15852.2-2012) over SM3: 32 bytes. */
export function hmacSm3(key: Uint8Array, data: Bytes): Buffer {
  return createHmac('sm3', key).update(data).digest()
}

/**
 * Compares two secrets without telling by its time where they differ. Different lengths are simply unequal: node's own
 * function throws on them, and a thrown error at the edge would be a 5xx that anybody can cause.
 */
export function timingSafeEqual(left: Bytes, right: Bytes): boolean {
  return equalBytes(sm3(left), sm3(right))
}

import { inflateSync } from 'node:zlib'
import { parseLicenceToken } from '#kernel/licence-token'

export const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'

/** Nothing our pages hold unpacks to more; a file made to explode is not unpacked. */
const unpackedLimit = 2_000_000

/**
 * The licence token among a PDF's bytes (keywords of the document): in plain, as we write it, or inside a packed stream,
 * as other programs save it. `undefined` when there is none. Never throws.
 */
export function tokenOfPdf(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes).toString('latin1')
  return tokenIn(text) ?? firstOf(packedStreams(text), tokenIn)
}

function tokenIn(text: string): string | undefined {
  const found = /YZT1\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{86}(?![A-Za-z0-9_-])/u.exec(text)?.[0]
  return found !== undefined && parseLicenceToken(found).ok ? found : undefined
}

function firstOf<T, R>(items: Iterable<T>, find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}

function* packedStreams(text: string): Generator<string> {
  for (const { index } of text.matchAll(/\bstream\r?\n/gu)) {
    const start = text.indexOf('\n', index) + 1
    const end = text.indexOf('endstream', start)
    if (end < 0) return
    try {
      const packed = Buffer.from(text.slice(start, end), 'latin1')
      yield inflateSync(packed, { maxOutputLength: unpackedLimit }).toString('latin1')
    } catch {
      // Pictures, fonts in other packings, or garbage: not where keywords stand.
    }
  }
}

import { withoutMetadata } from '#kernel/jpeg'
import { pngWithoutMetadata } from '#kernel/png'
import { ok, type Result, refuse } from '#kernel/refusal'

export const mediaKinds = ['image/jpeg', 'image/png', 'application/pdf'] as const
export type Media = (typeof mediaKinds)[number]

/** 材料原件 as it is kept: a picture without the notes a telephone writes into it. */
export interface CleanDocument {
  readonly media: Media
  readonly bytes: Uint8Array
}

const latin = (bytes: Uint8Array, from: number, to?: number): string =>
  String.fromCharCode(...bytes.subarray(from, to === undefined ? undefined : from + to))

/**
 * 按内容认文件: what the bytes are, never what a name or a browser says. Refuses every other kind of file, a file that is
 * cut off, and a PDF behind a password, which no officer could read.
 */
export function readDocument(
  bytes: Uint8Array,
): Result<CleanDocument, 'documentKindWrong' | 'documentDamaged' | 'documentLocked'> {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) {
    const clean = withoutMetadata(bytes)
    return picture('image/jpeg', clean.ok ? clean.value : undefined)
  }
  if (latin(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return picture('image/png', pngWithoutMetadata(bytes))
  if (latin(bytes, 0, 5) === '%PDF-') return pdf(bytes)
  return refuse('documentKindWrong')
}

function picture(media: Media, bytes: Uint8Array | undefined): Result<CleanDocument, 'documentDamaged'> {
  return bytes ? ok({ media, bytes }) : refuse('documentDamaged')
}

/** Where a PDF ends stands in its last kilobyte, and so does the mark of a password. */
function pdf(bytes: Uint8Array): Result<CleanDocument, 'documentDamaged' | 'documentLocked'> {
  const tail = latin(bytes, Math.max(0, bytes.length - 1024))
  if (!tail.includes('%%EOF')) return refuse('documentDamaged')
  return /\/Encrypt\s/u.test(tail) ? refuse('documentLocked') : ok({ media: 'application/pdf', bytes })
}

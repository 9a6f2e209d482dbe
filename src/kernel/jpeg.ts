import { ok, type Result, refuse } from './refusal.ts'

/**
 * 照片去元数据: a JPEG without its application and comment segments (EXIF: place, device, owner; XMP; ICC) except JFIF.
 * The picture data are copied byte for byte. Refuses what is no JPEG.
 */
export function withoutMetadata(bytes: Uint8Array): Result<Uint8Array, 'photoUnreadable'> {
  const no = refuse('photoUnreadable')
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return no
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return no
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    const end = at + 2 + length
    if (length < 2 || end > bytes.length) return no
    if (!isMetadata(marker)) kept.push(bytes.subarray(at, end))
    at = end
    // 扫描数据: the rest is the picture; nothing but the end-of-image mark may follow it.
    if (marker === 0xda) {
      const stop = endOfImage(bytes, at)
      if (stop === undefined) return no
      kept.push(bytes.subarray(at, stop))
      return ok(joined(kept))
    }
  }
  return no
}

const isMetadata = (marker: number): boolean => (marker >= 0xe1 && marker <= 0xef) || marker === 0xfe

/** Behind the last FF D9 cameras hide thumbnails and notes. */
function endOfImage(bytes: Uint8Array, from: number): number | undefined {
  for (let at = from; at + 1 < bytes.length; at += 1) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return at + 2
  return undefined
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

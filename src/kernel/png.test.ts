import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pngWithoutMetadata } from './png.ts'

const chunk = (kind: string, ...data: number[]) => [0, 0, 0, data.length, ...Buffer.from(kind), ...data, 9, 9, 9, 9]
const png = (...more: number[][]) =>
  Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', 1),
    ...more.flat(),
    ...chunk('IDAT', 7, 8),
    ...chunk('IEND'),
  ])

it('loses words, places and times of a picture, and what is hidden behind its end', () => {
  const told = png(chunk('tEXt', 65), chunk('eXIf', 1, 2), chunk('tIME', 3))
  expect(pngWithoutMetadata(Uint8Array.from([...told, 71, 80, 83]))).toEqual(png())
})

it('is undefined for what is no whole PNG, whatever the bytes', () => {
  expect(pngWithoutMetadata(png().slice(0, -13))).toBeUndefined()
  fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), bytes => void pngWithoutMetadata(bytes)))
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), tail => {
      const bytes = Uint8Array.from([...png().slice(0, 8), ...tail])
      const cleaned = pngWithoutMetadata(bytes)
      return cleaned === undefined || cleaned.length <= bytes.length
    }),
  )
})

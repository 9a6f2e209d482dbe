import { closeSync, openSync, readSync } from 'node:fs'
import { readCharacterMap } from './character-map.ts'
import { shippedFonts } from './fonts.ts'

/** The code points a page can show. */
export type Coverage = Pick<ReadonlySet<number>, 'has'>

let known: Coverage | undefined

/**
 * The code points that every shipped font can draw (字库覆盖), read from the font files once in the life of a process.
 * Typst sets a box for any other character and says nothing, so whoever prints names asks here first. Private-use
 * characters are never in it: what a font draws for them is its own invention.
 */
export function shippedCoverage(): Coverage {
  known ??= shippedFonts.map(coverageOf).reduce((both, one) => both.intersection(one))
  return known
}

/** Reads only the table `cmap` (0.1 MB of 10 MB). Throws when the file is no font: a broken installation. */
export function coverageOf(fontFile: string): Set<number> {
  const file = openSync(fontFile, 'r')
  try {
    const read = (offset: number, length: number): DataView => {
      const bytes = new Uint8Array(length)
      if (readSync(file, bytes, 0, length, offset) !== length) throw new Error(`${fontFile} is cut short`)
      return new DataView(bytes.buffer)
    }
    const tables = read(4, 2).getUint16(0)
    const directory = read(12, tables * 16)
    for (let at = 0; at < tables * 16; at += 16) {
      const isCharacterMap = directory.getUint32(at) === 0x636d6170 // 'cmap'
      if (isCharacterMap) return readCharacterMap(read(directory.getUint32(at + 8), directory.getUint32(at + 12)))
    }
    throw new Error(`${fontFile} has no character map`)
  } finally {
    closeSync(file)
  }
}

/**
 * Reads the table `cmap` of a TrueType font (OpenType specification, chapter cmap): which code points have a glyph.
 * Only format 12 is read (32-bit segments), which every font with characters beyond U+FFFF carries.
 */
export function readCharacterMap(table: DataView): Set<number> {
  const subtables = table.getUint16(2)
  for (let i = 0; i < subtables; i += 1) {
    const offset = table.getUint32(4 + i * 8 + 4)
    if (table.getUint16(offset) === 12) return segmentsOf(table, offset)
  }
  throw new Error('the font has no 32-bit character map (cmap format 12)')
}

function segmentsOf(table: DataView, offset: number): Set<number> {
  const found = new Set<number>()
  const groups = table.getUint32(offset + 12)
  for (let i = 0; i < groups; i += 1) {
    const at = offset + 16 + i * 12
    const first = table.getUint32(at)
    const last = table.getUint32(at + 4)
    const firstGlyph = table.getUint32(at + 8)
    for (let codePoint = first; codePoint <= last; codePoint += 1) {
      // Glyph 0 is the box that stands for "no such character".
      if (firstGlyph + codePoint - first !== 0 && !isPrivateUse(codePoint)) found.add(codePoint)
    }
  }
  return found
}

/** 造字区: what stands there differs from font to font; older identity cards hold rare name characters there. */
export function isPrivateUse(codePoint: number): boolean {
  return (codePoint >= 0xe000 && codePoint <= 0xf8ff) || codePoint >= 0xf0000
}

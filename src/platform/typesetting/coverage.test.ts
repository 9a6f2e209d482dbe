import { describe, expect, it } from 'vitest'
import { isPrivateUse, readCharacterMap } from './character-map.ts'
import { coverageOf, shippedCoverage } from './coverage.ts'

const has = (character: string) => shippedCoverage().has(character.codePointAt(0) ?? 0)

describe('the coverage of the shipped fonts', () => {
  it.each([...'烟草专卖零售许可证0aZ（）〔〕：、，。“”·㛃喆曌䶮𣲗𬀩𰻝𫍽'])('holds %s', character => {
    expect(has(character)).toBe(true)
  })

  it('does not hold what would be set as a box: rare characters, private use, controls, unassigned', () => {
    for (const character of ['𠮷', '\ue000', '\u{f0000}', '\u0007', '\u{e0100}', '\ufffe'])
      expect(has(character)).toBe(false)
  })

  it('says that a file is no font instead of allowing every character', () => {
    expect(() => coverageOf(import.meta.filename)).toThrow()
  })
})

describe('the character map of a font', () => {
  /** One subtable of format 12 with one group of two code points. */
  const table = (first: number, firstGlyph: number, format = 12) => {
    const view = new DataView(new ArrayBuffer(40))
    view.setUint16(2, 1)
    view.setUint32(8, 12)
    view.setUint16(12, format)
    view.setUint32(24, 1)
    view.setUint32(28, first)
    view.setUint32(32, first + 1)
    view.setUint32(36, firstGlyph)
    return view
  }

  it('leaves out code points that point at the box glyph', () => {
    expect([...readCharacterMap(table(0x4e00, 0))]).toEqual([0x4e01])
    expect([...readCharacterMap(table(0x4e00, 5))]).toEqual([0x4e00, 0x4e01])
  })

  it('leaves out private use even where the font draws something', () => {
    expect([...readCharacterMap(table(0xe000, 5))]).toEqual([])
    expect(isPrivateUse(0xdfff) || isPrivateUse(0xf900) || !isPrivateUse(0xf8ff)).toBe(false)
  })

  it('is refused in a form that cannot hold characters beyond U+FFFF', () => {
    expect(() => readCharacterMap(table(0x4e00, 5, 4))).toThrow(/format 12/)
  })
})

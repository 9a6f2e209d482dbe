import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chineseNumeral, cleanText, codePointLength } from './chinese-text.ts'

describe('cleanText', () => {
  it.each([
    ['  陈小明 ', '陈小明'],
    ['\u3000恩城街道\u3000', '恩城街道'],
    ['𠮷野家', '𠮷野家'],
    ['e\u0301', 'é'],
    ['葛\u{E0100}城', '葛\u{E0100}城'],
    ['\uE863', '\uE863'],
  ])('keeps %j as %j', (text, clean) => {
    expect(cleanText(text)).toEqual({ ok: true, value: clean })
  })

  it.each([
    ['a\u0000b', 'U+0000'],
    ['a\tb', 'U+0009'],
    ['第一行\n第二行', 'U+000A'],
    ['陈\u202E明', 'U+202E'],
    ['陈\u2066明', 'U+2066'],
    ['陈\u200E明', 'U+200E'],
    ['陈\u200B明', 'U+200B'],
    ['陈\u00AD明', 'U+00AD'],
    ['陈\u2028明', 'U+2028'],
    ['陈\uD800明', 'U+D800'],
  ])('refuses %j by its code point', (text, codePoint) => {
    expect(cleanText(text)).toEqual({ ok: false, refusal: 'textControlCharacter', details: { codePoint } })
  })

  it('refuses what is empty after trimming', () => {
    expect(cleanText(' \u3000\n')).toEqual({ ok: false, refusal: 'textEmpty' })
  })

  it('counts the limit in characters, not in storage units', () => {
    expect(cleanText('𠮷'.repeat(200)).ok).toBe(true)
    expect(cleanText('𠮷'.repeat(201))).toEqual({
      ok: false,
      refusal: 'textTooLong',
      details: { length: 201, max: 200 },
    })
    expect(cleanText('四个字啊', { max: 3 }).ok).toBe(false)
  })

  it('keeps line feeds only where lines are asked for', () => {
    expect(cleanText('一\r\n二\r三', { lines: true })).toEqual({ ok: true, value: '一\n二\n三' })
    expect(cleanText('一\n\t二', { lines: true }).ok).toBe(false)
  })

  it('is finished after one pass and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const once = cleanText(text)
        return !once.ok || JSON.stringify(cleanText(once.value)) === JSON.stringify(once)
      }),
    )
  })
})

it('a four-byte character has length one', () => {
  expect(codePointLength('𠮷a明')).toBe(3)
})

describe('chineseNumeral', () => {
  it.each([
    [0, '零'],
    [7, '七'],
    [10, '十'],
    [15, '十五'],
    [20, '二十'],
    [50, '五十'],
    [100, '一百'],
    [107, '一百零七'],
    [110, '一百一十'],
    [123, '一百二十三'],
    [452, '四百五十二'],
    [1001, '一千零一'],
    [1010, '一千零一十'],
    [10_000, '一万'],
    [10_015, '一万零一十五'],
    [100_000, '十万'],
    [200_305, '二十万零三百零五'],
  ])('writes %i as %s', (n, text) => {
    expect(chineseNumeral(n)).toBe(text)
  })

  it('gives every article number its own text', () => {
    expect(new Set(Array.from({ length: 10_000 }, (_, n) => chineseNumeral(n))).size).toBe(10_000)
  })

  it.each([-1, 1.5, Number.NaN, 1e8])('has no numeral for %d', n => {
    expect(() => chineseNumeral(n)).toThrow(RangeError)
  })
})

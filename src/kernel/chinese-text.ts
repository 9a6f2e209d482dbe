import { ok, type Result, refuse } from './refusal.ts'

/** `max` in code points (default 200). `lines: true` keeps line feeds, for reasons and notes of several lines. */
export interface TextLimits {
  readonly max?: number
  readonly lines?: boolean
}

/**
 * Control, format and bidirectional characters, line separators and lone surrogates. They make two different names
 * look the same, turn a line of an audit print around, or break the database. ZWNJ and ZWJ stay: some scripts need
 * them. Private-use characters stay: older identity cards hold rare name characters there.
 */
const forbidden = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

/**
 * Text as a person typed it, made safe to store: NFC, trimmed, nothing invisible.
 * Four-byte characters (𠮷, 䶮 and their kind in names) are kept.
 */
export function cleanText(
  text: string,
  limits: TextLimits = {},
): Result<string, 'textControlCharacter' | 'textTooLong' | 'textEmpty'> {
  const { max = 200, lines = false } = limits
  const clean = (lines ? text.replace(/\r\n?/gu, '\n') : text).normalize('NFC').trim()
  if (clean === '') return refuse('textEmpty')
  const bad = forbidden.exec(lines ? clean.replaceAll('\n', ' ') : clean)
  if (bad !== null) return refuse('textControlCharacter', { codePoint: codePointName(bad[0]) })
  const length = codePointLength(clean)
  return length > max ? refuse('textTooLong', { length, max }) : ok(clean)
}

/** Length as a person counts characters: 𠮷 is one, although JavaScript stores two units. */
export function codePointLength(text: string): number {
  let length = 0
  for (const _ of text) length += 1
  return length
}

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

const digits = '零一二三四五六七八九'
const places = ['', '十', '百', '千']

/** 50 → 五十, 107 → 一百零七: the numerals of article numbers (中文数字). Integers from 0 to 99,999,999. */
export function chineseNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 99_999_999) throw new RangeError(`no Chinese numeral for ${n}`)
  if (n < 10) return digits.charAt(n)
  const high = Math.floor(n / 10_000)
  const low = n % 10_000
  if (high === 0) return group(low).replace(/^一十/u, '十')
  const gap = low > 0 && low < 1000 ? '零' : ''
  return `${chineseNumeral(high)}万${gap}${low === 0 ? '' : group(low)}`
}

/** 1–9999; one 零 for any run of inner zeros, none at the end. */
function group(n: number): string {
  const figures = [...String(n)]
  return figures
    .map((figure, index) =>
      figure === '0' ? '零' : digits.charAt(Number(figure)) + places[figures.length - 1 - index],
    )
    .join('')
    .replace(/零+/gu, '零')
    .replace(/零$/u, '')
}

import { foldWidth } from '#kernel/fold-width'

const digits: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  一: '1',
  幺: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
}

/**
 * The text as the patterns read it, character for character in the same places: half width, capital letters, and numbers
 * spelled digit by digit (一三八零零…, at least seven in a row) as digits. 二十条 keeps its numeral.
 */
export function plainOf(text: string): string {
  return foldWidth(text)
    .replace(/[a-z]/gu, letter => letter.toUpperCase())
    .replace(/[0-9〇零一幺二三四五六七八九]{7,}/gu, run => run.replace(/\D/gu, digit => digits[digit] ?? digit))
}

const small: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const units: Readonly<Record<string, number>> = {
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** 二十 → 20, 三百五十 → 350, 半 → 0.5, 1,200.5 → 1200.5; `undefined` for 几 or 二三十, which say no number. */
export function numberIn(text: string): number | undefined {
  if (/^\d[\d,]*(?:\.\d+)?$/u.test(text)) return Number(text.replaceAll(',', ''))
  if (text === '半') return 0.5
  let total = 0
  let unit: number | undefined
  for (const character of text) {
    const factor = small[character]
    if (factor !== undefined) {
      // 二十 and 十, but no 二十百: places fall from left to right.
      if (total !== 0 && total % (factor * 10) !== 0) return undefined
      total += (unit ?? 1) * factor
      unit = undefined
      continue
    }
    const value = units[character]
    if (value === undefined || (unit !== undefined && unit !== 0)) return undefined
    unit = value
  }
  return text === '' ? undefined : total + (unit ?? 0)
}

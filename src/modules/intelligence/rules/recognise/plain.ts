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

/** 大写数字 of cheques and receipts: 叁万伍仟 is read as 三万五千. 伍 and 陆 alone are names. */
const formal: Readonly<Record<string, string>> = {
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
}

/**
 * The text as the patterns read it, character for character in the same places: half width, capital letters, formal numerals as plain ones,
 * and numbers spelled digit by digit (一三八零零… or 一三八，零零一三，八零零零, at least seven) as digits. 二十条 keeps its numeral.
 */
export function plainOf(text: string): string {
  return foldWidth(text)
    .replace(/[a-z]/gu, letter => letter.toUpperCase())
    .replace(/[壹贰叁肆伍陆柒捌玖][壹贰叁肆伍陆柒捌玖拾佰仟零万]+/gu, run =>
      run.replace(/[^零万]/gu, numeral => formal[numeral] ?? numeral),
    )
    .replace(/[0-9〇零一幺二三四五六七八九](?:[ ,、-]?[0-9〇零一幺二三四五六七八九]){6,}/gu, run =>
      run.replace(/[〇零一幺二三四五六七八九]/gu, digit => digits[digit] ?? digit),
    )
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

/**
 * 二十 → 20, 三百五十 → 350, 半 → 0.5, 1,200.5 → 1200.5, 三万五千 → 35000; as it is spoken, 三百五 is 350 and 三万五 is 35000, but 三百零五
 * is 305. `undefined` for 几 or 二三十, which say no number.
 */
export function numberIn(text: string): number | undefined {
  const [high = '', low = '', ...more] = text.split('万')
  if (more.length > 0) return undefined
  if (!text.includes('万')) return below(text)?.value
  const [above, rest] = [below(high), low === '' ? { value: 0 } : below(low)]
  if (above === undefined || rest === undefined) return undefined
  const spoken = rest.value > 0 && rest.value < 10 && !low.startsWith('零')
  return above.value * 10_000 + rest.value * (spoken ? 1000 : 1)
}

/** A number under ten thousand, or in digits; 1千 and 5百 too. */
function below(text: string): { readonly value: number } | undefined {
  const inDigits = /^(\d[\d,]*(?:\.\d+)?)([百千])?$/u.exec(text)
  if (inDigits) return { value: Number((inDigits[1] ?? '').replaceAll(',', '')) * (small[inDigits[2] ?? ''] ?? 1) }
  if (text === '半') return { value: 0.5 }
  let total = 0
  let unit: number | undefined
  let last = 0
  for (const character of text) {
    const factor = small[character]
    if (factor !== undefined) {
      // 二十 and 十, but no 二十百: places fall from left to right.
      if (total !== 0 && total % (factor * 10) !== 0) return undefined
      total += (unit ?? 1) * factor
      unit = undefined
      last = factor
      continue
    }
    const value = units[character]
    if (value === undefined || (unit !== undefined && unit !== 0)) return undefined
    if (value === 0) last = 0
    unit = value
  }
  if (text === '') return undefined
  return { value: total + (unit ?? 0) * (last >= 100 ? last / 10 : 1) }
}

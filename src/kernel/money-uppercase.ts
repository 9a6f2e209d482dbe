import type { Fen } from './money.ts'

const digits = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟']
const groups = ['', '万', '亿', '万亿']

/**
 * 人民币大写 without the word 人民币: ¥1,409.50 → 壹仟肆佰零玖元伍角, ¥500.00 → 伍佰元整.
 * 整 stands only after whole yuan, as the rules for filling in bills allow. Throws on negative amounts.
 */
export function uppercaseYuan(amount: Fen): string {
  if (amount < 0) throw new RangeError('a negative amount has no capital form')
  const yuan = Math.floor(amount / 100)
  const jiao = Math.floor((amount % 100) / 10)
  const fen = amount % 10
  const whole = yuan === 0 ? '' : `${uppercaseInteger(yuan)}元`
  if (jiao === 0 && fen === 0) return `${whole || '零元'}整`
  const tenths = jiao === 0 ? (whole === '' ? '' : '零') : `${digits.charAt(jiao)}角`
  return `${whole}${tenths}${fen === 0 ? '' : `${digits.charAt(fen)}分`}`
}

/** Groups of four from the right; a group under 1000 after a higher one begins with 零. */
function uppercaseInteger(n: number): string {
  let text = ''
  let rest = n
  for (const name of groups) {
    const group = rest % 10_000
    rest = Math.floor(rest / 10_000)
    if (group > 0) text = `${rest > 0 && group < 1000 ? '零' : ''}${uppercaseGroup(group)}${name}${text}`
    else if (text !== '' && !text.startsWith('零') && rest > 0) text = `零${text}`
  }
  return text
}

function uppercaseGroup(n: number): string {
  const figures = [...String(n)]
  return figures
    .map((figure, index) =>
      figure === '0' ? '零' : digits.charAt(Number(figure)) + places[figures.length - 1 - index],
    )
    .join('')
    .replace(/零+/gu, '零')
    .replace(/零$/u, '')
}

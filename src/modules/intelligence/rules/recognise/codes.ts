import { parseCartonCode } from '#kernel/carton-code'
import { parseLicenceNo } from '#kernel/licence-no'
import { parsePhone } from '#kernel/phone'
import type { Finder, Found } from './found.ts'
import { matchesOf } from './found.ts'

/** 32 位条码: two lines of sixteen, one of thirty-two, or told as 前十六位 and 后十六位. */
export const cartons: Finder = (plain, { today }) =>
  matchesOf(
    plain,
    /(?<![0-9A-Z])\d{16}(?:\s{0,4}|[^0-9A-Z]{1,4}后(?:面)?(?:16|十六)位[^0-9A-Z]{0,4})[0-9A-Z]{4}\d{12}(?![0-9A-Z])/gu,
  ).flatMap(found => {
    const code = parseCartonCode(found.text.slice(0, 16) + found.text.slice(-16), today)
    return code.ok ? [{ ...found, kind: 'carton' as const, value: code.value.text }] : []
  })

/** A citizen number is nothing to be offered; marking it keeps its digits from being read as something else. */
export const citizenIds: Finder = plain =>
  matchesOf(plain, /(?<![0-9A-Z])[1-9]\d{5}(?:19|20)\d{9}[0-9X](?![0-9A-Z])/gu).map(found => ({
    ...found,
    kind: null,
    value: '',
  }))

/** 许可证号 of our own county, or of any where the words beside it say so: twelve digits alone may be a waybill. */
export const licences: Finder = (plain, { county }) =>
  matchesOf(plain, /(?<![0-9A-Z])\d{4} ?\d{4} ?\d{4}(?![0-9A-Z])/gu).flatMap(found => {
    const number = withoutBlanks(found.text)
    const parsed = parseLicenceNo(number)
    const said = /(?:许可证|专卖证|证号)[^0-9]{0,8}$/u.test(plain.slice(Math.max(0, found.start - 14), found.start))
    return parsed.ok && (said || number.startsWith(county))
      ? [{ ...found, kind: 'licence' as const, value: parsed.value }]
      : []
  })

export const phones: Finder = plain =>
  [
    ...matchesOf(plain, /(?<![0-9A-Z])(?:\+?86[- ]?)?1[3-9]\d(?:[- ,、]?\d{4}){2}(?!\d)/gu),
    // Read out slowly, digit for digit.
    ...matchesOf(plain, /(?<![0-9A-Z]|\d[ -])1(?:[ -][3-9])(?:[ -]\d){9}(?![ -]?\d)/gu),
    ...matchesOf(plain, /(?<!\d)\(?0\d{2,3}\)?[- ]?[2-9]\d{6,7}(?!\d)/gu),
  ].flatMap(found => {
    const phone = parsePhone(found.text.replaceAll(/[ ,、]/gu, ''))
    return phone.ok ? [{ ...found, kind: 'phone' as const, value: phone.value }] : []
  })

const withoutBlanks = (text: string): string => text.replaceAll(' ', '')

const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'

/** 车牌, also of new-energy cars (six after the letter) and trailers. I and O never stand in a plate. */
export const plates: Finder = plain =>
  matchesOf(
    plain,
    new RegExp(
      `[${provinces}][A-HJ-NP-Z][· .-]?(?:[A-HJ-NP-Z0-9]{5}(?:[A-HJ-NP-Z0-9](?![A-Z0-9]))?|[A-HJ-NP-Z0-9]{4}[挂学警港澳])`,
      'gu',
    ),
  ).flatMap(found => {
    const value = found.text.replaceAll(/[· .-]/gu, '')
    // A plate has at least two digits: 粤JABCDE is a slip.
    return (value.slice(2).match(/\d/gu)?.length ?? 0) >= 2 ? [{ ...found, kind: 'plate' as const, value }] : []
  })

/** A number that a word before it names: the first group of the pattern, in its place. */
const named = (plain: string, pattern: RegExp, kind: 'waybill' | 'account'): readonly Found[] =>
  [...plain.matchAll(pattern)].map(match => {
    const text = match[1] ?? ''
    const end = match.index + match[0].length
    return { start: end - text.length, end, text, kind, value: withoutBlanks(text).toUpperCase() }
  })

/** Groups of a number written with blanks; 200 of 200条 is none of them. */
const group = '(?: \\d{3,5}(?![\\d条件箱支盒包元万千百块斤吨多]))*'
const saidNumber = new RegExp(
  `(?:运单|单号|快递单|面单|物流单)[^0-9A-Z\n。；]{0,8}([A-Z]{0,3} ?(?:\\d{8,18}|\\d{3,5}${group})(?:[A-Z]{2})?)(?![0-9A-Z])`,
  'gu',
)
const ofCarrier =
  /(?:顺丰|中通|申通|圆通|韵达|极兔|京东|德邦|邮政|快递|物流)[^0-9A-Z\n。；，]{0,6}(?<![0-9A-Z])(\d{12,15})(?![0-9A-Z])/gu

/** 运单号: by the word or the carrier before it, or by the letters a carrier begins with. */
export const waybills: Finder = plain => {
  const shaped = matchesOf(
    plain,
    /(?<![0-9A-Z])(?:(?:SF|JD|YT|ZT|STO|JT|DP)[A-Z]{0,2} ?\d(?: ?\d){9,14}|E[A-Z] ?\d{9} ?CN)(?![0-9A-Z])/gu,
  )
  return [
    ...named(plain, saidNumber, 'waybill').filter(({ value }) => /\d{8,18}/u.test(value)),
    ...named(plain, ofCarrier, 'waybill'),
    ...shaped.map(found => ({ ...found, kind: 'waybill' as const, value: withoutBlanks(found.text) })),
  ]
}

/** 账户: by the word beside it, as an address of mail, or as a bank card by its beginning and its check digit. */
export const accounts: Finder = plain => {
  const said = named(
    plain,
    /(?:微信号?|支付宝|QQ号?|收款账?号|账号|账户|银行卡号?)[^0-9A-Z\n。；，]{0,6}([A-Z][A-Z0-9_-]{5,19}|\d{5,20})(?![0-9A-Z@])/giu,
    'account',
  )
  const mails = matchesOf(plain, /(?<![0-9A-Z._-])[A-Z0-9][A-Z0-9._-]{1,40}@[A-Z0-9-]{1,30}(?:\.[A-Z]{2,6}){1,2}/gu)
  const cards = matchesOf(plain, /(?<![0-9A-Z])62\d{14,17}(?![0-9A-Z])/gu).filter(({ text }) => passesLuhn(text))
  return [...said, ...[...mails, ...cards].map(found => ({ ...found, kind: 'account' as const, value: found.text }))]
}

function passesLuhn(digits: string): boolean {
  let sum = 0
  for (const [place, digit] of [...digits].toReversed().entries()) {
    const doubled = Number(digit) * (place % 2 === 1 ? 2 : 1)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

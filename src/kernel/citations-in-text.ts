import type { Citation } from './citation.ts'
import { type InstrumentCode, instruments } from './instruments.ts'

const digits = '零一二三四五六七八九'
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** 一百二十三 → 123, 十五 → 15; NaN for anything else. */
export function numberOfChinese(text: string): number {
  let total = 0
  let digit = 0
  for (const character of text) {
    const unit = units[character]
    if (unit !== undefined) {
      total += (digit || 1) * unit
      digit = 0
      continue
    }
    digit = digits.indexOf(character)
    if (digit < 0) return Number.NaN
  }
  return total + digit
}

const numeral = '[零一二三四五六七八九十百]+|\\d{1,3}'
const place = new RegExp(`《([^》]+)》[^第《]{0,30}第(${numeral})条(?:第(${numeral})款)?(?:第(${numeral})项)?`, 'gu')

/** 《行政许可法》第五十条第二款 in words somebody wrote → the citation; titles the house does not know are left out. */
export function citationsInText(text: string): Citation[] {
  return [...text.matchAll(place)].flatMap(([, title = '', article = '', paragraph, item]) => {
    const instrument = codeOfTitle(title)
    if (instrument === undefined) return []
    return [
      {
        instrument,
        article: numberIn(article),
        ...(paragraph === undefined ? {} : { paragraph: numberIn(paragraph) }),
        ...(item === undefined ? {} : { item: numberIn(item) }),
      },
    ]
  })
}

const numberIn = (text: string): number => (/^\d+$/u.test(text) ? Number(text) : numberOfChinese(text))

/** A title as written, with or without 中华人民共和国. */
export const plainTitle = (title: string): string => title.replace(/^中华人民共和国/u, '')

const codes = new Map(Object.entries(instruments).map(([code, { title }]) => [title, code as InstrumentCode]))
export const codeOfTitle = (title: string): InstrumentCode | undefined => codes.get(plainTitle(title))

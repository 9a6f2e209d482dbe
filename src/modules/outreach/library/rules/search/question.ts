import { numberOfChinese } from '#kernel/citations-in-text'
import { plainWithPlaces } from './tokens.ts'

/** What a reader typed: words, and the number of an article in either notation. */
export interface Question {
  readonly words: string
  readonly article: { readonly number: number; readonly sub: number } | undefined
}

const articleNumber = /第?\s*(\d{1,3}|[零一二三四五六七八九十百]+)\s*条(?:之([一二三四五六七八九十]|\d))?/u

/** After words 59, after the title of a law 七十二 too: no law ends its name with a number. */
const bareNumber = /(?:(?<=\p{L})\s*(?=\d)|(?<=[法例定释则])\s*)(\d{1,3}|[零一二三四五六七八九十百]+)()$/u

/** 烟草专卖法第三十一条、许可法 50条、未成年人保护法59. A bare number after words is an article too. */
export function readQuestion(text: string): Question {
  const narrow = text.normalize('NFKC').trim()
  const named = articleNumber.exec(narrow) ?? bareNumber.exec(narrow)
  const [whole = '', number = '', sub = ''] = named ?? []
  const value = numberIn(number)
  const found = named && value > 0 ? { number: value, sub: sub ? numberIn(sub) : 0 } : undefined
  return { words: plainWithPlaces(found ? narrow.replace(whole, ' ') : narrow).plain, article: found }
}

const numberIn = (text: string): number => (/^\d+$/u.test(text) ? Number(text) : numberOfChinese(text))

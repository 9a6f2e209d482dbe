import { plainOf } from '../recognise/plain.ts'

/** Who reported, as he gave it; all of it may be missing. */
export interface Identity {
  readonly name?: string
  readonly phone?: string
  readonly idNo?: string
}

const mark = '〔举报人〕'

/**
 * 正文去身份: the reporter's own name and numbers are taken out of what he wrote, also with blanks or dashes between the
 * digits, in full width or spelled digit by digit. A text that speaks of other people stays as it is.
 */
export function withoutReporter(text: string, { name, phone, idNo }: Identity): string {
  let clean = text
  for (const number of [phone, idNo]) {
    const characters = (number ?? '').toUpperCase().replaceAll(/[^0-9X]/gu, '')
    if (characters.length < 7) continue
    const spaced = new RegExp([...characters].join('[-—– ()（）·]*'), 'gu')
    for (;;) {
      const found = spaced.exec(plainOf(clean))
      if (!found) break
      clean = clean.slice(0, found.index) + mark + clean.slice(found.index + found[0].length)
      spaced.lastIndex = 0
    }
  }
  const plain = (name ?? '').trim()
  return [...plain].length >= 2 ? clean.replaceAll(plain, mark) : clean
}

import { plainCode } from '#kernel/plain-code'

/** Letters and digits that are not read or heard for one another; a prime number of them, so that the check holds. */
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXY'
const length = 8

/**
 * 草稿码: seven characters from the keyed index of the draft's id, and a check character. The weights 1 to 7 modulo 31
 * find every single wrong character and every two that changed places.
 */
export function draftCodeOf(keyed: string): string {
  let rest = BigInt(`0x${keyed.slice(0, 32)}`)
  let text = ''
  for (let place = 0; place < length - 1; place += 1) {
    text += letters.charAt(Number(rest % BigInt(letters.length)))
    rest /= BigInt(letters.length)
  }
  return text + checkOf(text)
}

/** As typed or read from a QR: blanks, dashes and small letters are forgiven; undefined when it can be no code. */
export function parseDraftCode(typed: string): string | undefined {
  const text = plainCode(typed).replaceAll('-', '')
  if (text.length !== length || [...text].some(letter => !letters.includes(letter))) return undefined
  return checkOf(text.slice(0, -1)) === text.at(-1) ? text : undefined
}

/** Two groups of four are easier to read out and to copy: `ABCD EFGH`. */
export const spokenDraftCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`

/** What a screen offers for typing a code without a keyboard. */
export const draftCodeLetters: readonly string[] = [...letters]

function checkOf(text: string): string {
  const sum = [...text].reduce((total, letter, place) => total + (place + 1) * letters.indexOf(letter), 0)
  return letters.charAt(sum % letters.length)
}

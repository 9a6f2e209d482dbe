import { plainCode } from './plain-code.ts'

/**
 * The letters of every code that people read out, copy and type (草稿码、查询码、入网码、活动码、代号): none is read or heard for
 * another (no 0 O, 1 I, 2 Z), and their number is prime, so that a weighted sum finds every wrong one.
 */
export const codeLetters = '23456789ABCDEFGHJKLMNPQRSTUVWXY'

/** A code from the hex digits of a keyed index or of chance; give at least five digits for every three letters. */
export const letterCode = (hex: string, length: number): string =>
  placesOf(hex, BigInt(codeLetters.length), length)
    .map(place => codeLetters.charAt(place))
    .join('')

/** The same in digits, for a number pad and for reading aloud. */
export const digitCode = (hex: string, length: number): string => placesOf(hex, 10n, length).toReversed().join('')

/** A code as it is compared: width, case, blanks and hyphens do not matter. */
export const plainSpokenCode = (typed: string): string => plainCode(typed).replace(/[-‐–—]/gu, '')

/** 校验字母: with the weights 1 to 30 it finds every single wrong letter and every two that changed places. */
export function checkLetterOf(letters: string): string {
  const sum = [...letters].reduce((total, letter, place) => total + (place + 1) * codeLetters.indexOf(letter), 0)
  return codeLetters.charAt(sum % codeLetters.length)
}

/** The last places of the number in this base, the lowest first. */
function placesOf(hex: string, base: bigint, length: number): number[] {
  let rest = BigInt(`0x${hex}`)
  return Array.from({ length }, () => {
    const place = Number(rest % base)
    rest /= base
    return place
  })
}

import { checkLetterOf, codeLetters, letterCode, plainSpokenCode } from '#kernel/spoken-code'

const length = 8

/** 草稿码: seven letters from the keyed index of the draft's id, and a check letter. */
export function draftCodeOf(keyed: string): string {
  const letters = letterCode(keyed.slice(0, 32), length - 1)
  return letters + checkLetterOf(letters)
}

/** As typed or read from a QR: blanks, dashes and small letters are forgiven; undefined when it can be no code. */
export function parseDraftCode(typed: string): string | undefined {
  const text = plainSpokenCode(typed)
  if (text.length !== length || [...text].some(letter => !codeLetters.includes(letter))) return undefined
  return checkLetterOf(text.slice(0, -1)) === text.at(-1) ? text : undefined
}

/** Two groups of four are easier to read out and to copy: `ABCD EFGH`. */
export const spokenDraftCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`

/** What a screen offers for typing a code without a keyboard. */
export const draftCodeLetters: readonly string[] = [...codeLetters]

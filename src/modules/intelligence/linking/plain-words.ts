/** Letters and digits only, lower case, without marks above them, full width made narrow: 「Ｊosé  O’Neil」→「jose o neil」. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Without spaces too, for numbers and codes. */
export const plainCode = (text: string): string => plainWords(text).replaceAll(' ', '')

export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

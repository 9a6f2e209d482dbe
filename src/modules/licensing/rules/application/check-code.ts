const length = 6

/**
 * 查询码: six characters beside the application number, so that a number that was guessed opens nothing. Made from the
 * keyed index of the number; letters and digits that are read alike (0 O, 1 I) do not occur.
 */
export function checkCodeOf(keyed: string): string {
  const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
  return Array.from({ length }, (_, place) =>
    letters.charAt(Number.parseInt(keyed.slice(place * 2, place * 2 + 2), 16) % letters.length),
  ).join('')
}

/** Blanks, dashes and small letters are forgiven. */
export const plainCheckCode = (typed: string): string => typed.replace(/[\s-]/gu, '').toUpperCase()

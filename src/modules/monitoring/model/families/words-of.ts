const memory = new WeakMap<readonly string[], readonly string[]>()

/** A name without case, width, punctuation and doubled blanks: 'Joe’s  GRILL #12' and 'JOES GRILL 12' are one. */
export const normalisedName = (name: string): string =>
  name
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/['’`]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The words of some names, each once; for a script without blanks, every two characters that follow each other. */
export function wordsOf(names: readonly string[]): readonly string[] {
  const known = memory.get(names)
  if (known) return known
  const words = new Set<string>()
  for (const word of names.flatMap(name => name.split(' '))) {
    if (/\p{Script=Han}/u.test(word)) for (let i = 0; i + 2 <= word.length; i += 1) words.add(word.slice(i, i + 2))
    else if (word.length >= 3 && !/^\d+$/.test(word)) words.add(word)
  }
  const list = [...words]
  memory.set(names, list)
  return list
}

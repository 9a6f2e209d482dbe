/** Full width made narrow, letters small, spaces and punctuation gone; each character keeps its place in the original. */
export function plainWithPlaces(text: string): { plain: string; places: number[] } {
  let plain = ''
  const places: number[] = []
  let at = 0
  for (const character of text) {
    for (const part of character.normalize('NFKC').toLowerCase())
      if (/[\p{L}\p{N}]/u.test(part)) {
        plain += part
        places.push(at)
      }
    at += character.length
  }
  return { plain, places }
}

/** Pairs of neighbouring characters: Chinese has no spaces, and a word with one wrong character keeps its other pairs. */
export function pairsOf(plain: string): string[] {
  const characters = [...plain]
  if (characters.length < 2) return characters
  return characters.slice(1).map((second, at) => `${characters[at]}${second}`)
}

/** Similarity of two words, 0 … 1: Jaro with Winkler's weight on the first four letters (Winkler 1990). */
export function jaroWinkler(a: string, b: string): number {
  const matched = matchedLetters(a, b)
  const hits = matched.a.length
  if (hits === 0) return 0
  let moved = 0
  for (let k = 0; k < hits; k += 1) if (matched.a[k] !== matched.b[k]) moved += 1
  const jaro = (hits / a.length + hits / b.length + (hits - moved / 2) / hits) / 3
  let same = 0
  while (same < 4 && same < a.length && a.charCodeAt(same) === b.charCodeAt(same)) same += 1
  return jaro + same * 0.1 * (1 - jaro)
}

/** The letters that both have near the same place, in the order of each word. */
function matchedLetters(a: string, b: string): { a: number[]; b: number[] } {
  const reach = Math.max(0, (Math.max(a.length, b.length) >> 1) - 1)
  const takenB = new Uint8Array(b.length)
  const lettersA: number[] = []
  for (let i = 0; i < a.length; i += 1) {
    const letter = a.charCodeAt(i)
    const to = Math.min(b.length - 1, i + reach)
    for (let j = Math.max(0, i - reach); j <= to; j += 1)
      if (takenB[j] === 0 && b.charCodeAt(j) === letter) {
        takenB[j] = 1
        lettersA.push(letter)
        break
      }
  }
  const lettersB: number[] = []
  for (let j = 0; j < b.length; j += 1) if (takenB[j] === 1) lettersB.push(b.charCodeAt(j))
  return { a: lettersA, b: lettersB }
}

/** Whether one slip makes the one the other: a letter changed, left out, put in, or two neighbours swapped (Damerau 1964). */
export function oneSlip(a: string, b: string): boolean {
  if (a.length > b.length) return oneSlip(b, a)
  if (a === b || b.length - a.length > 1) return false
  let i = 0
  while (i < a.length && a.charCodeAt(i) === b.charCodeAt(i)) i += 1
  if (a.length < b.length) return a.slice(i) === b.slice(i + 1)
  if (a.slice(i + 1) === b.slice(i + 1)) return true
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2)
}

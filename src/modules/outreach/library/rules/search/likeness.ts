/**
 * How alike a question and the best piece of a text are, 0 to 1: one minus the edits between them by the length of the question
 * (Sellers 1980). 先行等级保存 and 先行登记保存 differ in two of six characters.
 */
export function likeness(words: string, text: string): number {
  const length = words.length
  if (length === 0 || length > longest) return 0
  // One column of the table; the piece may begin anywhere in the text, so the first row stays 0.
  const edits = Uint8Array.from({ length: length + 1 }, (_, row) => row)
  let least = length
  for (let at = 0; at < text.length; at += 1) {
    let diagonal = 0
    const character = text.charCodeAt(at)
    for (let row = 1; row <= length; row += 1) {
      const above = edits[row] ?? 0
      const changed = diagonal + (words.charCodeAt(row - 1) === character ? 0 : 1)
      diagonal = above
      edits[row] = Math.min(changed, above + 1, (edits[row - 1] ?? 0) + 1)
    }
    least = Math.min(least, edits[length] ?? length)
  }
  return 1 - least / length
}

/** Longer questions are sentences: their pairs say enough. */
const longest = 40

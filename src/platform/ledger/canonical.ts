/**
 * Texts as one text that can be read back in one way only: each with its length before it (`5:hello`), and nothing (`-`)
 * apart from empty (`0:`). Hashing texts put end to end would let "ab","c" pass for "a","bc".
 */
export function canonicalText(fields: readonly (string | null)[]): string {
  let text = ''
  // One text rather than many small buffers: the sealer does this for every line of the house.
  for (const field of fields) text += field === null ? '-' : `${field.length}:${field}`
  return text
}

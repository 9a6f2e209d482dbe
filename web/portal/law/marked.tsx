/** A piece of text with the found words marked. */
export function Marked({ text, marks }: { text: string; marks: readonly (readonly number[])[] }) {
  const pieces: { from: number; words: string; found: boolean }[] = []
  let at = 0
  for (const [from = 0, to = 0] of marks) {
    if (from < at) continue
    pieces.push(
      { from: at, words: text.slice(at, from), found: false },
      { from, words: text.slice(from, to), found: true },
    )
    at = to
  }
  pieces.push({ from: at, words: text.slice(at), found: false })
  return pieces.map(({ from, words, found }) =>
    found ? <mark key={from}>{words}</mark> : <span key={from}>{words}</span>,
  )
}

import { foldWidth } from '#kernel/fold-width'
import { type FactKind, isIdentifying } from './facts.ts'

export interface ComparedClue {
  readonly no: string
  readonly text: string
  readonly facts: readonly { readonly kind: FactKind; readonly valueIndex: string }[]
}

/** A clue that may be the same matter, with what says so. Offered; an officer decides. */
export interface Likeness {
  readonly no: string
  /** Kinds of identifying facts both have. */
  readonly shared: readonly FactKind[]
  /** Share of two-character pieces both texts have, 0–1. */
  readonly text: number
}

/** 查重: the same telephone, plate, waybill, licence or carton, or nearly the same words. The strongest first. */
export function likenesses(
  asked: Omit<ComparedClue, 'no'>,
  others: readonly ComparedClue[],
  { sameText }: { readonly sameText: number },
): readonly Likeness[] {
  const pieces = piecesOf(asked.text)
  return others
    .map(other => ({
      no: other.no,
      shared: sharedKinds(asked.facts, other.facts),
      text: Math.round(jaccard(pieces, piecesOf(other.text)) * 100) / 100,
    }))
    .filter(({ shared, text }) => shared.length > 0 || text >= sameText)
    .toSorted((a, b) => b.shared.length - a.shared.length || b.text - a.text || (a.no < b.no ? -1 : 1))
}

function sharedKinds(a: ComparedClue['facts'], b: ComparedClue['facts']): readonly FactKind[] {
  const known = new Set(b.map(({ valueIndex }) => valueIndex))
  return [...new Set(a.filter(({ kind, valueIndex }) => isIdentifying(kind) && known.has(valueIndex)).map(f => f.kind))]
}

function piecesOf(text: string): ReadonlySet<string> {
  const letters = [
    ...foldWidth(text)
      .toUpperCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, ''),
  ]
  return new Set(letters.slice(1).map((letter, n) => `${letters[n]}${letter}`))
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  const both = a.intersection(b).size
  return both / (a.size + b.size - both)
}

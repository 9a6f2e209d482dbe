import { type FactKind, factKindCodes } from './clue/facts.ts'
import { amounts } from './recognise/amounts.ts'
import { accounts, cartons, citizenIds, licences, phones, plates, waybills } from './recognise/codes.ts'
import type { Found, Known } from './recognise/found.ts'
import { places } from './recognise/places.ts'
import { plainOf } from './recognise/plain.ts'

export type { Known } from './recognise/found.ts'

/** 识别出的要素: offered to the officer, never believed by itself. */
export interface Offer {
  readonly kind: FactKind
  /** In one form, so that two clues can meet: digits without blanks, 支, 分, 克. */
  readonly value: string
  /** As it stands in the text, and where. */
  readonly text: string
  readonly start: number
  readonly end: number
}

/** The order of belief: what is longest and has a check comes first; whoever comes first keeps its characters. */
const finders = [cartons, citizenIds, waybills, accounts, licences, phones, plates, amounts, places] as const

/** Telephones, plates, waybills, licences, carton codes, places and amounts in a Chinese text; each character is read once. */
export function recognise(text: string, known: Known): readonly Offer[] {
  const plain = plainOf(text)
  const kept: Found[] = []
  for (const find of finders)
    for (const found of longestFirst(find(plain, known)))
      if (!kept.some(other => found.start < other.end && other.start < found.end)) kept.push(found)
  return kept
    .flatMap(({ kind, ...rest }) => (kind === null ? [] : [{ ...rest, kind }]))
    .map(offer => ({ ...offer, text: text.slice(offer.start, offer.end) }))
    .toSorted((a, b) => a.start - b.start)
}

const longestFirst = (found: readonly Found[]): readonly Found[] =>
  found.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)

/** The facts of some offers, each once. */
export function factsOf(offers: readonly Offer[]): readonly Pick<Offer, 'kind' | 'value'>[] {
  const order = (kind: FactKind) => factKindCodes.indexOf(kind)
  const once = new Map(offers.map(({ kind, value }) => [`${kind} ${value}`, { kind, value }]))
  return [...once.values()].toSorted((a, b) => order(a.kind) - order(b.kind))
}

import { parseCitizenId } from '#kernel/citizen-id'
import type { CardText } from './text-block.ts'

/**
 * The field that contradicts another one, if any: check digit (GB 11643), the birth inside the number, the order of
 * the dates. Whether the card is expired or its holder too young is decided by the server, which has the right day.
 */
export function flawOf(card: CardText): 'idNo' | 'birth' | 'validTo' | undefined {
  const id = parseCitizenId(card.idNo)
  if (!id.ok) return 'idNo'
  if (card.birth.replaceAll('-', '') !== id.value.slice(6, 14)) return 'birth'
  if (card.validTo !== undefined && card.validTo < card.validFrom) return 'validTo'
  return undefined
}

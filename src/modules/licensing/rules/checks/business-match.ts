import { foldWidth } from '#kernel/fold-width'
import type { BusinessLook } from '../../ports.ts'
import type { BusinessFact } from './facts.ts'

interface Side {
  readonly name: string
  readonly operatorName: string
  readonly address: string
}

/** Compares the business licence with the tobacco licence. Only whether they agree is kept, not what they say. */
export function businessFactOf(look: BusinessLook | { readonly kind: 'noCode' }, licence: Side): BusinessFact {
  if (look.kind !== 'found') return { kind: look.kind }
  const found = look.licence
  return {
    kind: 'found',
    live: found.live,
    sameName: plain(found.name) === plain(licence.name),
    sameOperator: plain(found.operatorName) === plain(licence.operatorName),
    sameAddress: local(found.address) === local(licence.address),
  }
}

/** Width, blanks and punctuation differ between two registers without meaning anything. */
const plain = (text: string): string =>
  foldWidth(text)
    .normalize('NFC')
    .replace(/[\s\p{P}]/gu, '')
    .toUpperCase()

/** One register writes the province and city, the other does not. */
const local = (address: string): string => plain(address).replace(/^(?:广东省?)?(?:江门市?)?(?:恩平市)?/u, '')

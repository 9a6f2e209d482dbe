import { readFileSync } from 'node:fs'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'

/** A synthetic card 模拟证件 of the drawer; the text fields are as printed on a card. */
export const SampleCard = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9-]{1,40}$' }),
    /** What the panel shows on the card's tab. */
    label: Type.String(),
    name: Type.String(),
    sex: Type.Enum(['1', '2']),
    ethnicGroup: Type.String({ pattern: '^\\d\\d$' }),
    /** YYYYMMDD */
    birth: Type.String(),
    address: Type.String(),
    idNo: Type.String(),
    issuer: Type.String(),
    validFrom: Type.String(),
    /** YYYYMMDD or 长期 */
    validTo: Type.String(),
    /** The mark of the card type: I, J or Y; none for a citizen's card. */
    kind: Type.Optional(Type.String({ maxLength: 1 })),
    /** File of the portrait on it, beside the shared one; the page never sees this name. */
    portrait: Type.Optional(Type.String({ pattern: '^[a-z0-9]{1,20}\\.jpg$' })),
    /** The chip answers nothing that can be read. */
    unreadable: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
export type SampleCard = Static<typeof SampleCard>

const Drawer = Type.Array(SampleCard)

/** The cards that try the reader itself; they belong to nobody in any county. */
const readerTrials = ['rare-name', 'private-use', 'resident-permit', 'foreigner', 'wrong-check', 'unreadable']

/** The drawer of a file, with the cards behind it that try the reader itself. */
export function loadDrawerWithTrials(file: string): SampleCard[] {
  const cards = loadDrawer(file)
  const known = new Set(cards.map(card => card.id))
  return [...cards, ...loadDrawer().filter(card => readerTrials.includes(card.id) && !known.has(card.id))]
}

/** Reads a drawer of cards; throws with the file's name when it is not one (a fault of whoever started the dock). */
export function loadDrawer(file: URL | string = new URL('./cards.json', import.meta.url)): SampleCard[] {
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (!Value.Check(Drawer, read)) throw new Error(`not a drawer of cards: ${String(file)}`)
  return read
}

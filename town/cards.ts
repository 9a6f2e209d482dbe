import { addressOfShop, birthOf, idNoOf } from './persona-lines.ts'
import { type Persona, personas } from './personas.ts'

/** A synthetic card 模拟证件 for the drawer of the device dock, as printed on a card. */
export interface TownCard {
  readonly id: string
  readonly label: string
  readonly name: string
  readonly sex: '1' | '2'
  readonly ethnicGroup: string
  /** YYYYMMDD */
  readonly birth: string
  readonly address: string
  readonly idNo: string
  readonly issuer: string
  readonly validFrom: string
  /** YYYYMMDD or 长期 */
  readonly validTo: string
}

/** One card a persona; who else shares an address needs none. */
export const townCards = (today: Temporal.PlainDate): readonly TownCard[] =>
  personas.map(persona => cardOf(persona, today))

function cardOf(persona: Persona, today: Temporal.PlainDate): TownCard {
  const [shop] = persona.shops
  return {
    id: persona.id,
    label: persona.label,
    name: persona.name,
    sex: persona.sex === 'male' ? '1' : '2',
    ethnicGroup: '01',
    birth: birthOf(persona, today).replaceAll('-', ''),
    address: shop === undefined ? home(persona) : addressOfShop(shop).replace('江门市', ''),
    idNo: idNoOf(persona, today),
    issuer: persona.countyOfNumber === undefined ? '恩平市公安局' : '鹤山市公安局',
    ...termOf(persona, today.year),
  }
}

const home = (persona: Persona): string =>
  persona.countyOfNumber === undefined ? '广东省恩平市恩城街道第一片区99号' : '广东省鹤山市沙坪街道第一片区99号'

/** Children's cards run five years, those of 26 to 45 twenty, later ones for life (居民身份证法第五条). */
function termOf({ card, birth }: Persona, year: number): { readonly validFrom: string; readonly validTo: string } {
  const term = (from: number, to: number) => ({ validFrom: `${year + from}0312`, validTo: `${year + to}0312` })
  if (card === 'longTerm') return { ...term(-16, 0), validTo: '长期' }
  if (card === 'expired') return term(-21, -1)
  return typeof birth === 'string' ? term(-8, 12) : term(-2, 3)
}

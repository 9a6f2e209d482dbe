import { makeLicenceNo } from '#kernel/licence-no'
import { type RetailerLine, termEnding } from './lines.ts'
import { citizenId, creditCode, mobile } from './numbers.ts'
import type { Persona, PersonaBusiness, PersonaShop } from './personas.ts'
import { county, moved, townOfCode } from './places.ts'

export const licenceNoOfShop = ({ serial }: PersonaShop): string =>
  makeLicenceNo({ area: county.code, kind: 'individual', serial })

/** ISO day of birth; who is written with an age stays that old. */
export const birthOf = ({ birth }: Persona, today: Temporal.PlainDate): string =>
  typeof birth === 'string' ? birth : `${today.year - birth.age}-01-10`

export const idNoOf = (persona: Persona, today: Temporal.PlainDate): string =>
  citizenId(birthOf(persona, today), persona.sequence, persona.countyOfNumber)

export const addressOfShop = ({ town, local }: Pick<PersonaShop | PersonaBusiness, 'town' | 'local'>): string =>
  `广东省江门市恩平市${townOfCode(town).name}${local}`

export function linesOf(persona: Persona, today: Temporal.PlainDate): readonly RetailerLine[] {
  return persona.shops.map(shop => ({
    licenceNo: licenceNoOfShop(shop),
    shopName: shop.name,
    operatorName: persona.name,
    operatorIdNo: idNoOf(persona, today),
    creditCode: creditCode('individual', shop.serial),
    phone: mobile(persona.sequence),
    address: addressOfShop(shop),
    areaCode: shop.town,
    place: moved(townOfCode(shop.town), ...shop.at),
    businessFormat: '食杂店',
    marketType: shop.town === '440785001' ? 'urban' : 'rural',
    grade: 12,
    subjectKind: 'individual',
    scope: shop.scope ?? '卷烟零售;雪茄烟零售',
    ...termEnding(today.add({ days: shop.daysLeft }), 1),
    status: shop.status ?? 'valid',
    bankAccountHash: String(shop.serial).padStart(32, '0'),
    orderDeviceHash: String(shop.serial).padStart(32, '0'),
  }))
}

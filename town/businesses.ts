import type { RetailerLine } from './lines.ts'
import { creditCode } from './numbers.ts'
import { addressOfShop, idNoOf, licenceNoOfShop } from './persona-lines.ts'
import { personas } from './personas.ts'

/** What the simulated register of the market regulator (市场监管登记信息，模拟) knows of one credit code. */
export interface TownBusiness {
  readonly live: boolean
  readonly name: string
  readonly operatorName: string
  readonly address: string
  /** Whose it is: by this the e-certificate library is asked what somebody runs. */
  readonly operatorIdNo: string
}

/** By credit code. The register agrees with the licence, except where a persona's story says otherwise. */
export function businessesOf(
  retailers: readonly RetailerLine[],
  today: Temporal.PlainDate,
): Readonly<Record<string, TownBusiness>> {
  const stories = new Map(
    personas.flatMap(({ shops }) => shops.map(shop => [licenceNoOfShop(shop), shop.business] as const)),
  )
  const licensed = retailers.map(({ licenceNo, creditCode: code, shopName, operatorName, operatorIdNo, address }) => [
    code,
    { live: true, name: shopName, operatorName, address, operatorIdNo, ...stories.get(licenceNo) },
  ])
  // Registered, but without a tobacco licence: who may ask for one.
  const newcomers = personas.flatMap(persona => {
    const { name: operatorName, business } = persona
    if (!business) return []
    const code = creditCode('individual', business.serial)
    const address = addressOfShop(business)
    return [[code, { live: true, name: business.name, operatorName, address, operatorIdNo: idNoOf(persona, today) }]]
  })
  return Object.fromEntries([...licensed, ...newcomers])
}

import type { RetailerLine } from './lines.ts'
import { creditCode } from './numbers.ts'
import { addressOfShop, licenceNoOfShop } from './persona-lines.ts'
import { personas } from './personas.ts'

/** What the simulated register of the market regulator (市场监管登记信息，模拟) knows of one credit code. */
export interface TownBusiness {
  readonly live: boolean
  readonly name: string
  readonly operatorName: string
  readonly address: string
}

/** By credit code. The register agrees with the licence, except where a persona's story says otherwise. */
export function businessesOf(retailers: readonly RetailerLine[]): Readonly<Record<string, TownBusiness>> {
  const stories = new Map(
    personas.flatMap(({ shops }) => shops.map(shop => [licenceNoOfShop(shop), shop.business] as const)),
  )
  const licensed = retailers.map(({ licenceNo, creditCode: code, shopName, operatorName, address }) => [
    code,
    { live: true, name: shopName, operatorName, address, ...stories.get(licenceNo) },
  ])
  // Registered, but without a tobacco licence: who may ask for one.
  const newcomers = personas.flatMap(({ name: operatorName, business }) =>
    business
      ? [
          [
            creditCode('individual', business.serial),
            { live: true, name: business.name, operatorName, address: addressOfShop(business) },
          ],
        ]
      : [],
  )
  return Object.fromEntries([...licensed, ...newcomers])
}

import { chanceOf } from '../chance.ts'
import type { County } from '../county.ts'
import type { RetailerLine } from '../lines.ts'
import { at } from './draws.ts'
import { planMarket } from './plan.ts'

/**
 * Accounts and telephones that several shops share: honestly where one person has several shops, and where a ring pays
 * from the organiser's account. Both stand in `retailers.csv` and look alike.
 */
export function shareAccounts(made: County, seed: number | string): readonly RetailerLine[] {
  const chance = chanceOf(`${seed}/market/accounts`)
  const shared = new Map<string, Partial<Pick<RetailerLine, 'bankAccountHash' | 'orderDeviceHash'>>>()
  for (const lines of Map.groupBy(made.retailers.filter(byChance), ({ operatorIdNo }) => operatorIdNo).values()) {
    const [first, ...others] = lines
    for (const { licenceNo } of others) {
      const account = chance.often(0.8) && first ? { bankAccountHash: first.bankAccountHash } : {}
      const device = chance.often(0.6) && first ? { orderDeviceHash: first.orderDeviceHash } : {}
      shared.set(licenceNo, { ...account, ...device })
    }
  }
  const rings = planMarket(made, seed, { days: 1 }).planted.filter(({ ring }) => ring !== undefined)
  for (const members of Map.groupBy(rings, ({ ring }) => ring?.name).values()) {
    const [organiser, ...others] = members
    for (const { shop, strength } of others) {
      if (!organiser || !chance.often(at([0, 0.4, 0.8], strength - 1))) continue
      const account = { bankAccountHash: organiser.shop.line.bankAccountHash }
      shared.set(shop.line.licenceNo, { ...shared.get(shop.line.licenceNo), ...account })
    }
  }
  return made.retailers.map(line => ({ ...line, ...shared.get(line.licenceNo) }))
}

/** Personas are as their story says. */
const byChance = ({ bankAccountHash }: RetailerLine): boolean => !bankAccountHash.startsWith('00000000')

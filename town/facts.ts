import type { Chance } from './chance.ts'
import type { RetailerLine } from './lines.ts'
import type { Hold, PersonaShop } from './personas.ts'

/** What licensing knows beyond `retailers.csv`: site checks, holds, the term of a suspension. Days are ISO texts. */
export interface LicenceFacts {
  readonly licenceNo: string
  /** null = none on file. */
  readonly lastSiteCheckOn: string | null
  readonly holds: readonly Hold[]
  readonly suspendedFrom: string | null
  readonly suspendedTo: string | null
}

type Dated = Pick<RetailerLine, 'licenceNo' | 'status'>

export function factsOfPersona(licenceNo: string, shop: PersonaShop, today: Temporal.PlainDate): LicenceFacts {
  const day = (offset: number) => today.add({ days: offset }).toString()
  return {
    licenceNo,
    lastSiteCheckOn: day(-(shop.siteCheckAgo ?? 120)),
    holds: shop.holds ?? [],
    suspendedFrom: shop.suspended ? day(shop.suspended[0]) : null,
    suspendedTo: shop.suspended ? day(shop.suspended[1]) : null,
  }
}

/** Seven in ten were seen within the year; a few never, a few have something open. */
export function factsByChance({ licenceNo, status }: Dated, chance: Chance, today: Temporal.PlainDate): LicenceFacts {
  const ago = (days: number) => today.subtract({ days }).toString()
  const checked = chance.weighted([
    [7, ago(chance.int(10, 360))],
    [2, ago(chance.int(366, 1400))],
    [1, null],
  ])
  const open = chance.often(0.015) ? [chance.pick(['openCase', 'unpaidFine'] as const)] : []
  const suspended = status === 'suspended'
  return {
    licenceNo,
    lastSiteCheckOn: checked,
    holds: status === 'rectifying' ? ['rectification', ...open] : open,
    suspendedFrom: suspended ? ago(chance.int(10, 250)) : null,
    suspendedTo: suspended ? today.add({ days: chance.int(20, 115) }).toString() : null,
  }
}

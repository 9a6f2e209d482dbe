import { licenceStates } from '#contract/registry'

export type LicenceState = (typeof licenceStates)[number]

/** What the map shows of the shops: all, one town, one state. In the address, like every filter. */
export interface MapFilters {
  readonly town?: string
  readonly state?: LicenceState
}

export function readMapFilters(search: Readonly<Record<string, unknown>>): MapFilters {
  const town = typeof search['town'] === 'number' ? String(search['town']) : search['town']
  const state = licenceStates.find(known => known === search['state'])
  return {
    ...(typeof town === 'string' && /^\d{9,12}$/u.test(town) ? { town } : {}),
    ...(state === undefined ? {} : { state }),
  }
}

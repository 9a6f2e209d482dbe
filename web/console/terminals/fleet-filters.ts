const healths = ['silent', 'fault', 'fine', 'resting', 'notInUse'] as const
export type Health = (typeof healths)[number]
const states = ['proposed', 'confirmed', 'active', 'frozen', 'revoked'] as const

/** What the fleet page shows; in the address, so that a figure is a link and a link can be sent to a colleague. */
export interface FleetFilters {
  readonly health?: Health
  readonly state?: (typeof states)[number]
  readonly town?: string
  readonly version?: string
  readonly fault?: string
  readonly paperOut?: boolean
  readonly settingsPending?: boolean
  readonly page?: number
}

/** Reads the address; what is unknown there is left out. */
export function readFleetFilters(search: Readonly<Record<string, unknown>>): FleetFilters {
  const page = Number(search['page'])
  return filled({
    health: healths.find(known => known === search['health']),
    state: states.find(known => known === search['state']),
    town: text(search['town'], 12),
    version: text(search['version'], 40),
    fault: text(search['fault'], 80),
    paperOut: isTrue(search['paperOut']),
    settingsPending: isTrue(search['settingsPending']),
    page: Number.isSafeInteger(page) && page > 1 ? page : undefined,
  })
}

type Loose = { [K in keyof FleetFilters]: FleetFilters[K] | undefined }

export const filled = (filters: Loose): FleetFilters =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined && value !== ''))

const isTrue = (value: unknown): true | undefined => (value === true || value === 'true' ? true : undefined)

function text(value: unknown, max: number): string | undefined {
  const given = typeof value === 'number' ? String(value) : value
  return typeof given === 'string' && given.trim() !== '' ? given.trim().slice(0, max) : undefined
}

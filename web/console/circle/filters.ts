/** What the service circle shows stands in the address. */
export interface CircleFilters {
  readonly points?: 'registered'
  readonly reach?: 'minutes'
  readonly town?: string
}

export function readCircleFilters(search: Readonly<Record<string, unknown>>): CircleFilters {
  const town = String(search['town'] ?? '')
  return {
    ...(search['points'] === 'registered' ? { points: 'registered' as const } : {}),
    ...(search['reach'] === 'minutes' ? { reach: 'minutes' as const } : {}),
    ...(/^\d{9}$/.test(town) ? { town } : {}),
  }
}

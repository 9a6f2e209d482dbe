/** Where the shop is said to be, with how far that may be wrong. */
export interface Pin {
  readonly lng: number
  readonly lat: number
  readonly accuracyMetres: number
}

/** Set by a finger on the map, or moved by buttons. */
export const byHandMetres = 50
/** Only the village is known: a hint, and said to be no more. */
export const byVillageMetres = 200

export type Way = 'north' | 'south' | 'west' | 'east'
const metresOfDegree = 111_320

/** So many metres that way; who moves a pin knows where the shop is. */
export function moved({ lng, lat }: Pin, way: Way, metres: number): Pin {
  const north = way === 'north' ? metres : way === 'south' ? -metres : 0
  const east = way === 'east' ? metres : way === 'west' ? -metres : 0
  return {
    lng: rounded(lng + east / (metresOfDegree * Math.cos((lat * Math.PI) / 180))),
    lat: rounded(lat + north / metresOfDegree),
    accuracyMetres: byHandMetres,
  }
}

/** As the application keeps it (位置): degrees and metres in one line. */
export const textOfPin = ({ lng, lat, accuracyMetres }: Pin): string =>
  `${lng.toFixed(6)},${lat.toFixed(6)},${Math.ceil(accuracyMetres)}`

/** Undefined where the line is empty or no place. */
export function pinOfText(text: string): Pin | undefined {
  const [lng, lat, accuracyMetres = byHandMetres] = text
    .split(/[,，\s]+/u)
    .filter(Boolean)
    .map(Number)
  return lng !== undefined && lat !== undefined && [lng, lat, accuracyMetres].every(Number.isFinite)
    ? { lng, lat, accuracyMetres }
    : undefined
}

const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

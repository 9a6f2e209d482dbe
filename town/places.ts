import type { Position } from '#kernel/position'

/** A town of the county: official code and name; the position is a placeholder (±5 km, reference §4.5), not a survey. */
export interface TownPlace extends Position {
  readonly code: string
  readonly name: string
  /** Share of the county's shops. */
  readonly weight: number
  /** Villages whose names are on record; other settlements are numbered, because names would be invented. */
  readonly villages: readonly string[]
}

export const county = { code: '440785', name: '恩平市', lng: 112.31307, lat: 22.18793 } as const

const niujiang = [
  '岭南村',
  '龙湾村',
  '马龙塘村',
  '高联村',
  '横眉村',
  '仕洞村',
  '莲塘村',
  '莲华村',
  '黄泥坦村',
  '梨园村',
  '鹏昌村',
  '昌梅村',
  '圩镇社区',
]

export const towns: readonly TownPlace[] = [
  { code: '440785001', name: '恩城街道', lng: 112.31, lat: 22.185, weight: 34, villages: [] },
  { code: '440785100', name: '横陂镇', lng: 112.32, lat: 22.065, weight: 7, villages: [] },
  { code: '440785101', name: '圣堂镇', lng: 112.35, lat: 22.27, weight: 7, villages: [] },
  { code: '440785102', name: '良西镇', lng: 112.265, lat: 22.305, weight: 6, villages: [] },
  { code: '440785103', name: '沙湖镇', lng: 112.44, lat: 22.345, weight: 10, villages: ['南塘村'] },
  { code: '440785104', name: '牛江镇', lng: 112.375, lat: 22.32, weight: 8, villages: niujiang },
  { code: '440785105', name: '君堂镇', lng: 112.39, lat: 22.24, weight: 8, villages: [] },
  { code: '440785106', name: '大田镇', lng: 112.13, lat: 22.27, weight: 5, villages: [] },
  { code: '440785107', name: '那吉镇', lng: 112.14, lat: 22.085, weight: 4, villages: [] },
  { code: '440785108', name: '大槐镇', lng: 112.225, lat: 22.055, weight: 5, villages: [] },
  { code: '440785109', name: '东成镇', lng: 112.345, lat: 22.165, weight: 6, villages: [] },
]

export function townOfCode(code: string): TownPlace {
  const town = towns.find(candidate => candidate.code === code)
  if (town === undefined) throw new RangeError(`no town ${code}`)
  return town
}

const metresPerDegree = 111_195
const shrink = Math.cos((county.lat * Math.PI) / 180)

/** The position that many metres to the east and north. */
export const moved = ({ lng, lat }: Position, east: number, north: number): Position => ({
  lng: round(lng + east / (metresPerDegree * shrink)),
  lat: round(lat + north / metresPerDegree),
})

/** Metres between two places of the county, flat; good to a tenth of a percent here. */
export const metresBetween = (a: Position, b: Position): number =>
  Math.hypot((a.lng - b.lng) * shrink, a.lat - b.lat) * metresPerDegree

/** Whether no other town's centre is nearer: then the place lies in the town's cell of the map. */
export const belongsTo = (place: Position, town: TownPlace): boolean => {
  const own = metresBetween(place, town)
  return towns.every(other => other === town || metresBetween(place, other) > own)
}

/** Six decimals are ten centimetres. */
const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

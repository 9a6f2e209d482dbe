import type { Chance } from '../chance.ts'

export interface Checkpoint {
  readonly id: string
  readonly name: string
  readonly road: '沈海高速' | '中阳高速' | '国道325' | 'other'
  readonly lng: number
  readonly lat: number
}

const point = (
  id: string,
  road: Checkpoint['road'],
  name: string,
  [lng, lat]: readonly [number, number],
): Checkpoint => ({
  id,
  name: `${name}（模拟）`,
  road,
  lng,
  lat,
})

/** Placed by eye on the real roads' general course; no camera stands there. */
export const checkpoints: readonly Checkpoint[] = [
  point('CP01', '沈海高速', '沈海高速东卡口', [112.45, 22.25]),
  point('CP02', '沈海高速', '沈海高速恩城卡口', [112.33, 22.205]),
  point('CP03', '沈海高速', '沈海高速大槐卡口', [112.21, 22.06]),
  point('CP04', '中阳高速', '中阳高速北卡口', [112.37, 22.37]),
  point('CP05', '中阳高速', '中阳高速南卡口', [112.28, 22.12]),
  point('CP06', '国道325', '国道325东卡口', [112.43, 22.265]),
  point('CP07', '国道325', '国道325城区卡口', [112.315, 22.19]),
  point('CP08', '国道325', '国道325西卡口', [112.19, 22.065]),
  point('CP09', 'other', '横陂沿海路卡口', [112.34, 22.02]),
  point('CP10', 'other', '那吉县道卡口', [112.16, 22.1]),
  point('CP11', 'other', '东成乡道卡口', [112.37, 22.16]),
]

/** A way through the county: checkpoints and the minutes between them. */
export interface Route {
  readonly stops: readonly string[]
  readonly minutes: readonly number[]
  readonly towards: string
  readonly back: string
}

const route = (text: string, minutes: readonly number[], towards: string, back: string): Route => ({
  stops: text.split(' ').map(no => `CP${no}`),
  minutes,
  towards,
  back,
})

export const routes = {
  highway: route('03 02 01', [14, 9], 'east', 'west'),
  national: route('08 07 06', [24, 22], 'east', 'west'),
  north: route('05 04', [19], 'north', 'south'),
  coast: route('09 07', [26], 'north', 'south'),
  coastNorth: route('09 07 04', [26, 24], 'north', 'south'),
  coastHighway: route('09 02 01', [28, 9], 'east', 'west'),
  village: route('10 08', [17], 'east', 'west'),
  short: route('07 06', [22], 'east', 'west'),
  /** Round the checkpoint in town by country lanes. */
  detour: route('09 11 06', [22, 31], 'east', 'west'),
  detourWest: route('08 11 06', [47, 31], 'east', 'west'),
} as const

export const ordinaryRoute = (chance: Chance): Route =>
  chance.weighted([
    [38, routes.highway],
    [18, routes.national],
    [12, routes.north],
    [7, routes.coast],
    [3, routes.coastNorth],
    [4, routes.coastHighway],
    [5, routes.village],
    [11, routes.short],
    [1.2, routes.detour],
    [0.8, routes.detourWest],
  ] as const)

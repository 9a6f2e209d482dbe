import { join } from 'node:path'
import { type Chance, chanceOf } from '../chance.ts'
import { secondOf, weekdayOf } from './days.ts'
import { at, hashLike, poisson, spread } from './draws.ts'
import { monthsOf } from './months.ts'
import type { ParquetWriter } from './parquet.ts'
import type { MarketPlan } from './plan.ts'
import type { Strength } from './plot.ts'
import { ordinaryRoute, type Route, routes } from './roads.ts'

const tripsPerDay = 1300
const plateCount = 24_000

/** Two or three cars that drive together at night: fish lorries, buses, or goods that shun the light. */
export interface Convoy {
  readonly planted?: Strength
  readonly plates: readonly number[]
  /** Nights a week. */
  readonly nights: number
  readonly hours: readonly [number, number]
  /** Share of the nights on which it goes round the checkpoint in town. */
  readonly detour: number
  readonly gapMinutes: number
  readonly from: number
  readonly to: number
}

export interface Traffic {
  readonly plates: readonly { readonly hash: string; readonly kind: string }[]
  readonly convoys: readonly Convoy[]
}

export function makeTraffic(plan: MarketPlan): Traffic {
  const chance = chanceOf(`${plan.seed}/market/traffic`)
  const plates = Array.from({ length: plateCount }, () => ({
    hash: hashLike(chance),
    kind: chance.weighted([
      [70, '小型客车'],
      [16, '小型货车'],
      [9, '大型货车'],
      [3, '大型客车'],
      [2, '冷藏车'],
    ]),
  }))
  const some = (count: number) => Array.from({ length: count }, () => chance.int(0, plateCount - 1))
  // 水产车: nearly every night from the coast, at any hour of it, by the shortest way.
  const fish = Array.from(
    { length: 10 },
    (): Convoy => ({
      plates: some(chance.int(1, 3)),
      nights: 2 + 4 * chance.next(),
      hours: [0, 5],
      detour: 0.05,
      gapMinutes: 12,
      from: 0,
      to: plan.last + 1,
    }),
  )
  const plantedConvoys = ([1, 2, 2, 3, 3] as const).map((planted): Convoy => {
    const from = chance.int(plan.first - 20, plan.last - 40)
    return {
      planted,
      plates: some(chance.int(2, 3)),
      nights: at([0.5, 0.9, 1.5], planted - 1),
      hours: [0.5, 4],
      detour: at([0.3, 0.55, 0.85], planted - 1),
      gapMinutes: at([8, 4, 2], planted - 1),
      from,
      to: chance.often(0.7) ? plan.last + 1 : from + chance.int(90, 300),
    }
  })
  return { plates, convoys: [...fish, ...plantedConvoys] }
}

type Pass = readonly [second: number, plate: number, checkpoint: string, direction: string]

/** `vehicle_passes-YYYY-MM.parquet`. */
export async function writePasses(
  plan: MarketPlan,
  traffic: Traffic,
  { writer, folder }: { readonly writer: ParquetWriter; readonly folder: string },
): Promise<number> {
  await writer.table('plate', { id: 'integer', hash: 'varchar', kind: 'varchar' })
  await writer.append('plate', [
    traffic.plates.map((_, index) => index),
    traffic.plates.map(({ hash }) => hash),
    traffic.plates.map(({ kind }) => kind),
  ])
  await writer.table('pass', { t: 'integer', plate: 'integer', checkpoint: 'varchar', direction: 'varchar' })
  let count = 0
  for (const { month, days } of monthsOf(plan.windowFrom, plan.last)) {
    const passes = days.flatMap(day => passesOf(plan, traffic, day))
    const columns = [0, 1, 2, 3].map(index => passes.map(pass => at<number | string>(pass, index)))
    await writer.append('pass', columns)
    const query = `select v.hash as plate_hash, p.checkpoint as checkpoint_id, to_timestamp(p.t) as passed_at, p.direction,
      v.kind as vehicle_kind from pass p join plate v on v.id = p.plate where p.t < ${secondOf(plan.last, 24)} order by p.t, v.hash, p.checkpoint`
    count += await writer.copy(query, join(folder, `vehicle_passes-${month}.parquet`), ['pass'])
  }
  return count
}

function passesOf({ seed, oddities }: MarketPlan, { plates, convoys }: Traffic, day: number): Pass[] {
  const chance = chanceOf(`${seed}/traffic/${day}`)
  const closed = oddities.some(({ kind, from, to }) => kind === 'closedRoad' && day >= from && day <= to)
  const passes: Pass[] = []
  const trips = poisson(chance, tripsPerDay * (weekdayOf(day) >= 5 ? 1.15 : 1))
  for (let trip = 0; trip < trips; trip += 1) {
    // A few are seen often, most once in a while.
    const plate = Math.floor(plates.length * chance.next() ** 2.2)
    const hour = chance.often(0.9) ? 6 + 16 * chance.next() : 24 * chance.next()
    const way = ordinaryRoute(chance)
    const used = closed && way === routes.national && chance.often(0.8) ? routes.detourWest : way
    drive(passes, { way: used, plate, start: secondOf(day, hour), back: chance.often(0.5) }, chance)
    // Many come home the same day.
    if (chance.often(0.35))
      drive(passes, { way: used, plate, start: secondOf(day, hour + 1 + 6 * chance.next()), back: true }, chance)
  }
  for (const convoy of convoys) {
    if (day < convoy.from || day > convoy.to || !chance.often(convoy.nights / 7)) continue
    const way = chance.often(convoy.detour) ? routes.detour : chance.pick([routes.coastNorth, routes.coastHighway])
    let start = secondOf(day, convoy.hours[0] + (convoy.hours[1] - convoy.hours[0]) * chance.next())
    for (const plate of convoy.plates) {
      drive(passes, { way, plate, start, back: false }, chance)
      start += Math.round(60 * convoy.gapMinutes * (0.3 + chance.next()))
    }
    const home = start + Math.round(3600 * (1.5 + 2 * chance.next()))
    for (const plate of convoy.plates)
      drive(passes, { way, plate, start: home + chance.int(0, 2400), back: true }, chance)
  }
  return passes
}

interface Drive {
  readonly way: Route
  readonly plate: number
  readonly start: number
  readonly back: boolean
}

/** One car along its way; a camera misses one in fifty. */
function drive(passes: Pass[], { way, plate, start, back }: Drive, chance: Chance): void {
  const stops = back ? way.stops.toReversed() : way.stops
  const minutes = back ? way.minutes.toReversed() : way.minutes
  let second = start
  for (const [index, stop] of stops.entries()) {
    if (!chance.often(0.02)) passes.push([second, plate, stop, back ? way.back : way.towards])
    second += Math.round(60 * (minutes[index] ?? 0) * spread(chance, 0.12))
  }
}

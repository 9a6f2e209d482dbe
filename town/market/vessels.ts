import { join } from 'node:path'
import type { Position } from '#kernel/position'
import { type Chance, chanceOf } from '../chance.ts'
import { metresBetween, moved } from '../places.ts'
import { secondOf } from './days.ts'
import { at } from './draws.ts'
import { monthsOf } from './months.ts'
import type { ParquetWriter } from './parquet.ts'
import type { MarketPlan } from './plan.ts'
import { harbour, type Meeting, seaPlace, type Vessel } from './sea.ts'

type Fix = readonly [second: number, vessel: number, lng: number, lat: number, speed: number, course: number]

/** A point of a voyage: where, when, and how far the boat wanders about it until the next. */
interface Leg {
  readonly hour: number
  readonly place: Position
  /** Metres; when given the boat stays here until the next leg's hour less the way. */
  readonly wander?: number
  /** Silent from here to the next point. */
  readonly dark?: boolean
}

/** `vessel_positions-YYYY-MM.parquet`: every ten minutes at sea, with the holes that bad reception leaves. */
export async function writePositions(
  plan: MarketPlan,
  { vessels, meetings }: { readonly vessels: readonly Vessel[]; readonly meetings: readonly Meeting[] },
  { writer, folder }: { readonly writer: ParquetWriter; readonly folder: string },
): Promise<number> {
  await writer.table('vessel', { id: 'integer', mmsi: 'varchar' })
  await writer.append('vessel', [vessels.map((_, index) => index), vessels.map(({ mmsi }) => mmsi)])
  const places = { lng: 'integer', lat: 'integer', speed: 'integer', course: 'integer' } as const
  await writer.table('fix', { t: 'integer', vessel: 'integer', ...places })
  const byDay = Map.groupBy(meetings, ({ day }) => day)
  let count = 0
  for (const { month, days } of monthsOf(plan.windowFrom, plan.last)) {
    const fixes = days.flatMap(day =>
      vessels.flatMap((vessel, index) => {
        const errand = byDay.get(day)?.find(one => one.boat === index || one.ship === index)
        return voyage({ index, vessel, day, seed: plan.seed, errand })
      }),
    )
    await writer.append(
      'fix',
      [0, 1, 2, 3, 4, 5].map(column => fixes.map(fix => at(fix, column))),
    )
    const query = `select v.mmsi, to_timestamp(f.t) as at, f.lng / 1e6 as lng, f.lat / 1e6 as lat, f.speed / 10 as sog_kn,
      f.course as cog_deg from fix f join vessel v on v.id = f.vessel where f.t < ${secondOf(plan.last, 24)} order by f.t, v.mmsi`
    count += await writer.copy(query, join(folder, `vessel_positions-${month}.parquet`), ['fix'])
  }
  return count
}

interface Voyage {
  readonly index: number
  readonly vessel: Vessel
  readonly day: number
  readonly seed: number | string
  readonly errand: Meeting | undefined
}

function voyage({ index, vessel, day, seed, errand }: Voyage): Fix[] {
  const own = chanceOf(`${seed}/sea/${index}/${day}`)
  if (errand) return sail({ index, day }, errand.boat === index ? errandLegs(errand, own) : shipLegs(errand), own)
  if (vessel.kind === 'cargo') return own.often(0.2) ? sail({ index, day }, passage(own), own) : []
  // A pair draws its night together.
  const together = vessel.mate === undefined ? own : chanceOf(`${seed}/sea/pair/${Math.min(index, vessel.mate)}/${day}`)
  if (!together.often(0.55)) return []
  return sail({ index, day }, fishing(together, vessel.mate !== undefined && index > vessel.mate), own)
}

function fishing(chance: Chance, second: boolean): Leg[] {
  const out = chance.often(0.6) ? 17 + 2 * chance.next() : 3 + 2 * chance.next()
  const ground = seaPlace(chance)
  const next = seaPlace(chance)
  const hours = 5 + 4 * chance.next()
  const beside = (place: Position) => (second ? moved(place, 260, 120) : place)
  return [
    { hour: out, place: harbour },
    { hour: out + 1.7, place: beside(ground), wander: 900 },
    { hour: out + hours * 0.55, place: beside(next), wander: 900, dark: chance.often(0.06) },
    { hour: out + hours, place: beside(next) },
    { hour: out + hours + 1.8, place: harbour },
  ]
}

function errandLegs({ hour, minutes, place, dark, cove }: Meeting, chance: Chance): Leg[] {
  const until = hour + minutes / 60
  const landed = until + 1 + dark / 60
  return [
    { hour: hour - 4 - chance.next(), place: harbour },
    { hour: hour - 2, place: seaPlace(chance), wander: 700 },
    { hour, place, wander: 60 },
    { hour: until, place, dark: dark > 0 },
    ...(cove
      ? [
          { hour: landed, place: cove, wander: 40 },
          { hour: landed + 0.6, place: cove },
        ]
      : []),
    { hour: landed + 1.8, place: harbour },
  ]
}

const shipLegs = ({ hour, minutes, place }: Meeting): Leg[] => [
  { hour: hour - 3, place: moved(place, -38_000, -30_000) },
  { hour, place: moved(place, 70, 30), wander: 50 },
  { hour: hour + minutes / 60, place: moved(place, 70, 30) },
  { hour: hour + minutes / 60 + 3, place: moved(place, 40_000, -28_000) },
]

function passage(chance: Chance): Leg[] {
  const hour = 20 * chance.next()
  const lane = { lng: 112.4, lat: 21.62 + 0.06 * chance.next() }
  const waits: Leg[] = chance.often(0.15)
    ? [
        { hour: hour + 2, place: lane, wander: 150 },
        { hour: hour + 2 + 3 * chance.next(), place: lane },
      ]
    : []
  return [{ hour, place: moved(lane, -35_000, 0) }, ...waits, { hour: hour + 7, place: moved(lane, 36_000, 2_000) }]
}

/** A fix each ten minutes along the legs; one in twenty is lost, and more where the boat is silent. */
function sail({ index, day }: { index: number; day: number }, legs: readonly Leg[], chance: Chance): Fix[] {
  const fixes: Fix[] = []
  for (const [number, leg] of legs.slice(0, -1).entries()) {
    const next = at(legs, number + 1)
    if (leg.dark) continue
    for (let hour = leg.hour; hour < next.hour; hour += 1 / 6) {
      const share = (hour - leg.hour) / (next.hour - leg.hour)
      const drift = leg.wander ?? 0
      const here =
        leg.wander === undefined
          ? between(leg.place, next.place, share)
          : moved(leg.place, drift * (2 * chance.next() - 1), drift * (2 * chance.next() - 1))
      const straight = metresBetween(leg.place, next.place) / ((next.hour - leg.hour) * 1852)
      const speed = leg.wander === undefined ? straight : Math.min(3.5, drift / 400) * (0.6 + 0.8 * chance.next())
      const course = leg.wander === undefined ? heading(leg.place, next.place) : chance.int(0, 359)
      if (chance.often(0.05)) continue
      fixes.push([
        secondOf(day, hour),
        index,
        Math.round(here.lng * 1e6),
        Math.round(here.lat * 1e6),
        Math.round(speed * 10),
        course,
      ])
    }
  }
  return fixes
}

const between = (a: Position, b: Position, share: number): Position => ({
  lng: a.lng + (b.lng - a.lng) * share,
  lat: a.lat + (b.lat - a.lat) * share,
})

const heading = (a: Position, b: Position): number =>
  Math.round(((Math.atan2((b.lng - a.lng) * 0.93, b.lat - a.lat) * 180) / Math.PI + 360) % 360) % 360

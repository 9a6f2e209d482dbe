import type { Engine } from '../../lake/engine.ts'

export type Values = Readonly<Record<string, number | string>>

/** Great-circle kilometres (haversine, SQL), as `distanceMetres` of the kernel; held together by a test. */
export const km = (a: string, b: string): string => {
  const rad = (x: string) => `radians(${x})`
  const half = (x: string) => `pow(sin(${rad(`${b}.${x} - ${a}.${x}`)} / 2), 2)`
  const h = `${half('lat')} + cos(${rad(`${a}.lat`)}) * cos(${rad(`${b}.lat`)}) * ${half('lng')}`
  return `(12742.0176 * asin(least(1, sqrt(${h}))))`
}

/** Minutes of one slot: several noisy positions become one median. */
export const slotMinutes = 10
/** Degrees of one cell of the grid, about a kilometre. */
const cellDegrees = 0.01
const cell = (x: string): string => `floor(${x} / ${cellDegrees})::int`

/**
 * `slot`: where each boat of the sea area was, every ten minutes, without single wild positions; `ground`: the cells around
 * which many boats lie or fish by day (harbours, anchorages, fishing grounds), where staying says nothing.
 */
export async function gatherSlots(engine: Engine, values: Values): Promise<void> {
  const [lng = 0, lat = 0] = String(values['seaPlace']).split(',').map(Number)
  await engine.run(
    `create or replace temp table slot as
     with sea as (select $seaLng::double as lng, $seaLat::double as lat),
     fix as (select mmsi, p.at as moment, p.lng, p.lat, sog_kn from vessel_positions p, sea
       where p.at < $until::timestamptz and p.at >= $until::timestamptz - to_days($vehicleDays::int)
         and ${km('p', 'sea')} <= $seaRadiusKm),
     medians as (select mmsi, epoch(moment)::bigint // ${slotMinutes * 60} as slot, median(lng) as lng, median(lat) as lat, median(sog_kn) as sog
       from fix group by all),
     chained as (select *, lag({'lng': lng, 'lat': lat}) over w as before, lead({'lng': lng, 'lat': lat}) over w as after,
         slot - lag(slot) over w as since, lead(slot) over w - slot as until_next
       from medians m window w as (partition by mmsi order by slot)),
     timed as (select *, ${km('c', 'before')} / (since * ${slotMinutes} / 60.0) / 1.852 as kn_before,
         ${km('c', 'after')} / (until_next * ${slotMinutes} / 60.0) / 1.852 as kn_after from chained c)
     select mmsi, slot, to_timestamp(slot * ${slotMinutes * 60}) as moment, lng, lat, coalesce(sog, kn_before, kn_after) as knots,
       ${cell('lng')} as cx, ${cell('lat')} as cy,
       hour(to_timestamp(slot * ${slotMinutes * 60})) >= $nightFrom or hour(to_timestamp(slot * ${slotMinutes * 60})) < $nightTo as night,
       cast(to_timestamp(slot * ${slotMinutes * 60}) - to_hours(12) as date) as evening
     from timed where not coalesce(kn_before > 60 and kn_after > 60, false)`,
    { ...values, seaLng: lng, seaLat: lat },
  )
  await engine.run(
    `create or replace temp table ground as
     with core as (select cx, cy from slot where knots <= $slowKnots group by cx, cy
       having count(distinct mmsi) filter (not night) >= $usualVessels or count(distinct mmsi) >= 2 * $usualVessels)
     select distinct cx + dx as cx, cy + dy as cy from core, (values (-1), (0), (1)) a(dx), (values (-1), (0), (1)) b(dy)`,
    values,
  )
  await engine.run(
    `create or replace temp table still as
     select * from slot anti join ground using (cx, cy) where night and knots <= $slowKnots`,
    values,
  )
}

/** How often it happened: once says a little, three nights say all (SQL). */
export const nights = (count: string): string => `least(1, 0.25 + 0.25 * ${count})`

/** A time and place that a person finds on a chart (SQL). */
export const placed = (time: string, lng: string, lat: string): string =>
  `strftime(${time}, '%m-%d %H:%M') || ' ' || printf('%.4f,%.4f', ${lng}, ${lat})`

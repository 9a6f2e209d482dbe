import type { Engine } from '../../lake/engine.ts'
import { km, nights, placed, type Values } from './work.ts'

/** The shore of the policy as points not more than about 300 m apart. */
function shorePoints(line: string): { lng: number; lat: number }[] {
  const corners = line
    .split(';')
    .map(corner => corner.split(',').map(Number))
    .map(([lng = 0, lat = 0]) => ({ lng, lat }))
  return corners.flatMap((from, n) => {
    const to = corners[n + 1] ?? from
    const steps = Math.max(1, Math.ceil(Math.hypot(to.lng - from.lng, to.lat - from.lat) / 0.003))
    return Array.from({ length: steps }, (_, i) => ({
      lng: from.lng + ((to.lng - from.lng) * i) / steps,
      lat: from.lat + ((to.lat - from.lat) * i) / steps,
    }))
  })
}

/** S04: still by night close to the shore, where boats do not lie. S05: and then a plate seldom seen by day goes by nearby. */
export async function findLandings(engine: Engine, values: Values): Promise<void> {
  const points = shorePoints(String(values['shoreLine']))
  await engine.run(
    `create or replace temp table landing as
     with shore as (select * from (values ${points.map(({ lng, lat }) => `(${lng}::double, ${lat}::double)`).join(', ')}) v(lng, lat)),
     far as (select s.*, min(${km('s', 'shore')}) over (partition by s.mmsi, s.no) as shore_km,
         row_number() over (partition by s.mmsi, s.no) as once from stay s, shore)
     select * exclude (once) from far where once = 1 and shore_km <= $shoreKm and minutes >= $landingMinutes`,
    values,
  )
  await engine.run(
    `insert into signal
     select mmsi, 'S04', ${nights('count(distinct evening)')},
       json_object('夜数', count(distinct evening), '离岸公里', round(min(shore_km), 1), '时间地点', list(${placed('began', 'lng', 'lat')} order by began)[1:20])
     from landing group by mmsi`,
    values,
  )
  await engine.run(
    `insert into signal
     with near as (select mmsi, began, ended, checkpoint_id, name from landing l join checkpoints c on ${km('l', 'c')} <= $landingKm),
     recent as (select plate_hash as plate, checkpoint_id, passed_at, hour(passed_at) >= $nightFrom or hour(passed_at) < $nightTo as night
       from vehicle_passes where passed_at < $until::timestamptz and passed_at >= $until::timestamptz - to_days($vehicleDays::int)),
     seldom as (select plate from recent group by plate having count(*) filter (not night) <= 2),
     followed as (select mmsi, plate, name, passed_at from near join recent r using (checkpoint_id) semi join seldom using (plate)
       where r.night and passed_at between began and ended + to_hours($landingHours::int))
     select mmsi, 'S05', least(1, 0.4 + 0.2 * count(distinct cast(passed_at - to_hours(12) as date))),
       json_object('过车', list(distinct strftime(passed_at, '%m-%d %H:%M') || ' ' || name || ' ' || plate order by strftime(passed_at, '%m-%d %H:%M') || ' ' || name || ' ' || plate)[1:20])
     from followed group by mmsi`,
    values,
  )
}

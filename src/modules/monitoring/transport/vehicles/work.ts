import type { Engine } from '../../lake/engine.ts'

export type Values = Readonly<Record<string, number | string>>

/**
 * `pass`: the passes of the last weeks, each once. A night belongs to the day on which it begins. `service`: plates that look like
 * a bus line (nearly every day, many passes a day, mostly by daylight) or are of such a kind; their habits say nothing.
 */
export async function gatherPasses(engine: Engine, values: Values): Promise<void> {
  await engine.run(
    `create or replace temp table pass as
     select *, hour_of >= $nightFrom or hour_of < $nightTo as night, cast(passed - to_hours(12) as date) as evening
     from (select distinct plate_hash as plate, checkpoint_id as place, coalesce(c.name, checkpoint_id) as place_name, coalesce(c.road, '') as road,
         passed_at as passed, direction, coalesce(vehicle_kind, '') as kind, cast(passed_at as date) as day, hour(passed_at) as hour_of
       from vehicle_passes left join checkpoints c using (checkpoint_id)
       where passed_at < $until::timestamptz and passed_at >= $until::timestamptz - to_days($vehicleDays::int))`,
    values,
  )
  await engine.run(
    `create or replace temp table service as
     with days as (select count(distinct day) as n from pass)
     select plate from pass, days group by plate, days.n
     having bool_or(list_contains(string_split($serviceKinds, ','), kind))
       or (count(distinct day) >= greatest(5, $serviceDayShare * days.n) and count(*) >= $serviceTrips * count(distinct day)
         and avg(night::int) < 0.5)`,
    values,
  )
}

/** A ramp from one below the least number that counts to four above it (SQL). */
export const often = (count: string, least: string): string =>
  `least(1, greatest(0, (${count} - ${least} + 2)::double / 6))`

/** Times of a list, readable (SQL). */
export const times = (column: string): string =>
  `list(distinct strftime(${column}, '%m-%d %H:%M') order by strftime(${column}, '%m-%d %H:%M'))[1:20]`

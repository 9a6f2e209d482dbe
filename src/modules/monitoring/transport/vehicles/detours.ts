import type { Engine } from '../../lake/engine.ts'
import { often, times, type Values } from './work.ts'

/**
 * V06: between two checkpoints nearly everybody passes a third; who repeatedly does not went round it. What is expected is
 * learned from the passes themselves, so no map has to be drawn. A day on which many miss it is a closed road or a camera
 * at fault, and a plate that misses it once in a while was only not read.
 */
export async function findDetours(engine: Engine, values: Values): Promise<void> {
  await engine.run(
    `create or replace temp table leg as
     with followed as (select plate, place, place_name, passed, day,
         lead(place) over w as next_place, lead(place_name) over w as next_name, lead(passed) over w as next_passed,
         lead(place, 2) over w as third_place, lead(place_name, 2) over w as third_name, lead(passed, 2) over w as third_passed
       from pass window w as (partition by plate order by passed, place, direction)),
     via as (select plate, day, place as start, next_place as middle, next_name as middle_name, third_place as finish, passed, third_name as finish_name, place_name
       from followed where third_passed - passed <= to_hours($journeyHours::int) and place <> third_place and next_place not in (place, third_place)),
     direct as (select plate, day, place as start, next_place as finish, passed from followed
       where next_passed - passed <= to_hours($journeyHours::int) and place <> next_place),
     known as (select distinct start, middle, finish, max(middle_name) as middle_name, max(place_name) as start_name, max(finish_name) as finish_name from via group by all)
     select plate, day, passed, start, middle, finish, true as went, '' as middle_name, '' as start_name, '' as finish_name from via
     union all
     select plate, day, passed, start, middle, finish, false, middle_name, start_name, finish_name from direct join known using (start, finish)`,
    values,
  )
  await engine.run(
    `insert into signal
     with daily as (select start, middle, finish, day, avg((not went)::int) as missed, count(*) as n from leg group by all),
     fair as (select leg.* from leg anti join (select * from daily where missed > $closedRoadShare and n >= 5) closed using (start, middle, finish, day)),
     road as (select start, middle, finish from fair group by all having count(*) >= $expectedJourneys and avg(went::int) >= $expectedShare),
     own as (select plate, start, middle, finish, count(distinct day) filter (not went) as missed, avg((not went)::int) as share,
         max(start_name) as start_name, max(middle_name) as middle_name, max(finish_name) as finish_name,
         (${times('passed').replace('[1:20]', ' filter (not went)')})[1:20] as began
       from fair semi join road using (start, middle, finish) group by plate, start, middle, finish)
     select plate, 'V06', ${often('missed', '$detours')} * share,
       json_object('应过卡口', middle_name, '从', start_name, '到', finish_name, '未过天数', missed, '未过占比', round(share, 2), '时间', began)
     from own anti join service using (plate) where missed >= $detours and share >= 0.5`,
    values,
  )
}

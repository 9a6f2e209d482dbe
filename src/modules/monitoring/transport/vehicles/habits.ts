import type { Engine } from '../../lake/engine.ts'
import { often, times, type Values } from './work.ts'

/** V02: many nights on the road, few days. */
export async function findNightRuns(engine: Engine, values: Values): Promise<void> {
  await engine.run(
    `insert into signal
     select plate, 'V02', ${often('count(distinct evening) filter (night)', '$nightRuns')} * least(1, avg(night::int)),
       json_object('夜数', count(distinct evening) filter (night), '夜间占比', round(avg(night::int), 2),
         '过车', (${times('passed').replace('[1:20]', '')})[1:20], '卡口', list(distinct place_name order by place_name)[1:10])
     from pass anti join service using (plate) group by plate
     having count(distinct evening) filter (night) >= $nightRuns and avg(night::int) >= $nightShare`,
    values,
  )
}

/** V03, V04: out and back at one checkpoint, soon after or in one night, again and again. */
export async function findReturns(engine: Engine, values: Values): Promise<void> {
  for (const [code, least, within, name] of [
    ['V03', '$shortTrips', 'to_minutes($shortTripMinutes::int)', '折返'],
    ['V04', '$thereAndBack', 'to_hours($thereAndBackHours::int)', '往返'],
  ] as const)
    await engine.run(
      `insert into signal
       with followed as (select *, lead(passed) over w as back, lead(direction) over w as back_direction, lead(night) over w as back_night
         from pass anti join service using (plate) window w as (partition by plate, place order by passed, direction)),
       trip as (select * from followed where night and back_night and back_direction <> direction and back - passed <= ${within}
         ${code === 'V04' ? 'and back - passed > to_minutes($shortTripMinutes::int)' : ''})
       select plate, '${code}', ${often('count(distinct evening)', least)},
         json_object('${name}夜数', count(distinct evening), '卡口', list(distinct place_name order by place_name)[1:10],
           '去', ${times('passed')}, '回', ${times('back')})
       from trip group by plate having count(distinct evening) >= ${least}`,
      values,
    )
}

/** V07: not seen in the weeks before, though there are records of them; looked for only in plates with another reason. */
export async function findFirstSights(engine: Engine, values: Values): Promise<void> {
  await engine.run(
    `insert into signal
     with reach as (select min(passed_at) as since from vehicle_passes),
     before as (select distinct plate_hash as plate from vehicle_passes
       where passed_at < $until::timestamptz - to_days($vehicleDays::int)),
     suspect as (select distinct subject as plate from signal where strength > 0)
     select plate, 'V07', 1, json_object('首次', strftime(min(passed), '%Y-%m-%d %H:%M'))
     from pass semi join suspect using (plate) anti join before using (plate), reach
     where since <= $until::timestamptz - to_days(($vehicleDays + $historyDays)::int) group by plate`,
    values,
  )
}

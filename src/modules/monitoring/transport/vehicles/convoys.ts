import type { Engine } from '../../lake/engine.ts'
import { often, times, type Values } from './work.ts'

/**
 * V05: two plates that pass several checkpoints within minutes of each other on several days. The join runs over cells of
 * checkpoint, direction and minutes, and leaves out cells full of cars, so that it grows with the number of passes.
 */
export async function findConvoys(engine: Engine, values: Values): Promise<void> {
  await engine.run(
    `create or replace temp table together as
     with celled as (select plate, place, direction, passed, evening, epoch(passed)::bigint // ($convoyMinutes * 60)::bigint as cell
         from pass anti join service using (plate)),
     calm as (select place, direction, cell from celled group by all having count(*) between 1 and $convoyCrowd),
     open as (select celled.* from celled semi join calm using (place, direction, cell)),
     near as (select plate, place, direction, passed, evening, cell + shift as cell from open, (values (-1), (0), (1)) s(shift))
     select a.plate, b.plate as other, a.evening, count(distinct a.place) as places, min(a.passed) as began,
       list(distinct a.place order by a.place) as place_list
     from open a join near b on a.place = b.place and a.direction = b.direction and a.cell = b.cell and a.plate <> b.plate
       and abs(epoch(a.passed) - epoch(b.passed)) <= $convoyMinutes * 60
     group by a.plate, b.plate, a.evening having count(distinct a.place) >= $convoyCheckpoints`,
    values,
  )
  await engine.run(
    `insert into signal
     with outings as (select plate, count(distinct evening) as n from pass group by plate),
     pair as (select plate, other, count(*) as days, ${times('began')} as began, max(places) as places from together group by all
       having count(*) >= $convoyDays)
     select plate, 'V05', ${often('days', '$convoyDays')} * least(1, days::double / least(o.n, q.n)),
       json_object('同行车', other, '同行天数', days, '自己出行天数', o.n, '一次同过卡口数', places, '开始', began)
     from pair join outings o using (plate) join outings q on q.plate = pair.other
     where days >= $convoyShare * least(o.n, q.n)`,
    values,
  )
}

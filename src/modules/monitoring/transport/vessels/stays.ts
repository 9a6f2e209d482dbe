import type { Engine } from '../../lake/engine.ts'
import { km, nights, placed, slotMinutes, type Values } from './work.ts'

/** `stay`: unbroken times in which a boat lay still by night away from the usual grounds. */
async function gatherStays(engine: Engine): Promise<void> {
  await engine.run(`create or replace temp table stay as
    with marked as (select *, coalesce(slot - lag(slot) over w > 3, true)::int as opens from still window w as (partition by mmsi order by slot)),
    numbered as (select *, sum(opens) over (partition by mmsi order by slot rows unbounded preceding) as no from marked)
    select mmsi, no, min(evening) as evening, min(moment) as began, max(moment) as ended,
      (max(slot) - min(slot) + 1) * ${slotMinutes} as minutes, median(lng) as lng, median(lat) as lat,
      greatest(max(lat) - min(lat), max(lng) - min(lng)) as extent
    from numbered group by mmsi, no`)
}

/** S01: hours in one place (徘徊). Drifting over more than about three kilometres is fishing or waiting for the tide. */
export async function findLoitering(engine: Engine, values: Values): Promise<void> {
  await gatherStays(engine)
  await engine.run(
    `insert into signal
     select mmsi, 'S01', ${nights('count(distinct evening)')} * least(1, max(minutes) / ($loiterHours * 120.0)),
       json_object('夜数', count(distinct evening), '最长分钟', max(minutes), '时间地点', list(${placed('began', 'lng', 'lat')} order by began)[1:20])
     from stay where minutes >= $loiterHours * 60 and extent <= 0.03 group by mmsi`,
    values,
  )
}

/**
 * `companion`: boats that are beside each other half of the time in which one of them is out, on several nights: 双拖 and mother boats work
 * like that, and that they lie together says nothing.
 */
async function gatherCompanions(engine: Engine): Promise<void> {
  await engine.run(`create or replace temp table companion as
    with out as (select s.* from slot s anti join ground using (cx, cy)),
    times as (select mmsi, count(*) as n from out group by mmsi),
    near as (select mmsi, slot, evening, cx + dx as cx, cy + dy as cy from out, (values (-1), (0), (1)) a(dx), (values (-1), (0), (1)) b(dy)),
    together as (select a.mmsi, b.mmsi as other, count(*) as n from out a
      join near b on a.slot = b.slot and a.cx = b.cx and a.cy = b.cy and a.mmsi <> b.mmsi
      group by all having count(distinct a.evening) >= 3)
    select t.mmsi, t.other from together t join times a on a.mmsi = t.mmsi join times b on b.mmsi = t.other where 2 * t.n >= least(a.n, b.n)`)
}

/**
 * S02: two boats close together and still by night: away from the grounds, or anywhere when a passing ship, which has no work
 * on the grounds, stops beside a boat of the place, which weighs more. Boats that always go together do not meet. The join runs over
 * time and cells, so only neighbours are compared.
 */
export async function findMeetings(engine: Engine, values: Values): Promise<void> {
  await gatherCompanions(engine)
  await engine.run(
    `create or replace temp table meeting as
     with passing as (select mmsi from slot group by mmsi having avg((knots <= $slowKnots)::int) <= $passingShare),
     slow as (select s.*, p.mmsi is not null as passing, g.cx is not null as on_ground
       from slot s left join passing p using (mmsi) left join ground g using (cx, cy) where night and knots <= $slowKnots),
     near as (select mmsi, slot, lng, lat, passing, on_ground, cx + dx as cx, cy + dy as cy from slow, (values (-1), (0), (1)) a(dx), (values (-1), (0), (1)) b(dy)),
     touch as (select a.mmsi, b.mmsi as other, a.passing as passes, a.passing <> b.passing as strange, a.evening, a.slot, a.moment, a.lng, a.lat, ${km('a', 'b')} * 1000 as metres
       from slow a join near b on a.slot = b.slot and a.cx = b.cx and a.cy = b.cy and a.mmsi <> b.mmsi
       where ${km('a', 'b')} * 1000 <= $meetMetres and (a.passing <> b.passing
         or not (a.on_ground or b.on_ground) and not exists (select 1 from companion c where c.mmsi = a.mmsi and c.other = b.mmsi)))
     select mmsi, other, any_value(passes) as passes, any_value(strange) as strange, evening, min(moment) as began, max(moment) as ended, max(slot) as last_slot,
       median(lng) as lng, median(lat) as lat, min(metres) as metres, (max(slot) - min(slot) + 1) * ${slotMinutes} as minutes
     from touch group by mmsi, other, evening having count(*) >= 2 and (max(slot) - min(slot) + 1) * ${slotMinutes} >= $meetMinutes`,
    values,
  )
  await engine.run(
    `insert into signal
     select mmsi, 'S02', least(1, if(bool_or(strange), 0.65, 0.35) + 0.15 * count(distinct evening)),
       json_object('对方船', list(distinct other order by other)[1:10], '夜数', count(distinct evening), '最近米', round(min(metres)),
         '最长分钟', max(minutes), '与过路船', bool_or(strange),
         '时间地点', list(distinct ${placed('began', 'lng', 'lat')} order by ${placed('began', 'lng', 'lat')})[1:20])
     from meeting group by mmsi`,
    values,
  )
}

/**
 * S06: what the boat of the place did after it met a passing ship: silence that begins within an hour of their parting, or a shore. It is
 * said of both: what the one carries away the other has brought. Asked after the landings.
 */
export async function findHandovers(engine: Engine, values: Values): Promise<void> {
  await engine.run(
    `insert into signal
     with followed as (select mmsi, slot, (lead(slot) over (partition by mmsi order by slot) - slot) * ${slotMinutes} as silent from slot),
     parted as (select m.*, (select max(f.silent) from followed f where f.mmsi = m.mmsi and f.slot between m.last_slot and m.last_slot + 60 // ${slotMinutes}
         and f.silent between $handoverSilence and 720) as silent
       from meeting m where strange and not passes),
     chain as (select p.*, l.began as landed
       from parted p left join landing l on l.mmsi = p.mmsi and l.began between p.ended and p.ended + to_hours($landingHours::int * 2)
       where silent is not null or l.began is not null),
     told as (select mmsi, other, evening, silent, landed from chain union all select other, mmsi, evening, silent, landed from chain)
     select mmsi, 'S06', ${nights('count(distinct evening) + 1')},
       json_object('对方船', list(distinct other order by other)[1:10], '失联分钟', max(silent),
         '靠岸', (list(distinct strftime(landed, '%m-%d %H:%M') order by strftime(landed, '%m-%d %H:%M')) filter (landed is not null))[1:10])
     from told group by mmsi`,
    values,
  )
}

/** S03: silent for hours and somewhere else afterwards; where many fall silent it is the coverage, and at the rim of the watched sea a boat has only left it. */
export async function findDarkGaps(engine: Engine, values: Values): Promise<void> {
  const [lng = 0, lat = 0] = String(values['seaPlace']).split(',').map(Number)
  await engine.run(
    `insert into signal
     with sea as (select $seaLng::double as lng, $seaLat::double as lat), followed as (select mmsi, slot, moment, night, evening, lng, lat, lead({'lng': lng, 'lat': lat}) over w as next, lead(slot) over w as next_slot,
         lead(night) over w as next_night from slot window w as (partition by mmsi order by slot)),
     gap as (select f.*, (next_slot - slot) * ${slotMinutes} / 60.0 as hours, ${km('f', 'next')} as kms, floor(f.lng / 0.05)::int as gx, floor(f.lat / 0.05)::int as gy
       from followed f, sea where ${km('f', 'sea')} <= 0.9 * $seaRadiusKm and next_slot - slot >= $darkHours * 60 / ${slotMinutes} and next_slot - slot <= 24 * 60 / ${slotMinutes}),
     blind as (select gx, gy from gap group by all having count(distinct mmsi) >= $darkUsual)
     select mmsi, 'S03', ${nights('count(distinct evening)')},
       json_object('次数', count(*), '最长小时', round(max(hours), 1), '最远公里', round(max(kms), 1), '时间地点', list(${placed('moment', 'lng', 'lat')} order by moment)[1:20])
     from gap anti join blind using (gx, gy) where kms >= $darkKm and (night or next_night) group by mmsi`,
    { ...values, seaLng: lng, seaLat: lat },
  )
}

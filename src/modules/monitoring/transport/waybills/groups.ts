import type { Engine } from '../../lake/engine.ts'
import { doubtOf, firmOf, parcelsSql, ramp } from './work.ts'

type Values = Readonly<Record<string, number | string>>

/** How far the weights of a group lie apart; a few other parcels among many alike do not hide them. */
const spread = (column: string): string => `coalesce(1.4826 * mad(${column}) / nullif(median(${column}), 0), 1)`
/** Whether a parcel is one of the alike. */
const alike = (column: string): string => `abs(${column} - grams) <= 2 * $identicalSpread * grams`

/** W06: one pair, small lots of one weight at one interval (小批量多批次). A firm whose declared goods weigh what they should is left alone. */
export async function findRegularLots(engine: Engine, values: Values): Promise<void> {
  await engine.run(
    `create or replace temp table lots as
     with pair as (select sender, receiver from parcel group by all having count(distinct day) >= $lotCount),
     grouped as (select sender, receiver, list(distinct day order by day) as days, median(weight_g) as grams, ${spread('weight_g')} as spread,
         ${doubtOf(values)} as doubt, ${firmOf('sender_name')} as firm, ${parcelsSql} as parcels
       from weighed semi join pair using (sender, receiver) group by all
       having median(weight_g) between $antGramsLow and $lotGramsHigh and ${spread('weight_g')} <= $identicalSpread),
     gapped as (select *, list_transform(range(1, len(days)), lambda i: days[i + 1] - days[i]) as gaps from grouped),
     timed as (select *, list_stddev_pop(gaps) / list_avg(gaps) as unevenness, list_avg(gaps) as every from gapped)
     select *, count(*) over (partition by sender) as from_one, count(*) over (partition by receiver) as to_one
     from timed where unevenness <= $lotGapSpread`,
    values,
  )
  await engine.run(
    `insert into signal
     with judged as (select *, greatest(doubt, case when not firm and greatest(from_one, to_one) >= 3 then 0.5 else 0 end) as grounds from lots)
     select id, 'W06', grounds * ${ramp('len(days)', '$lotCount::double - 3', '$lotCount::double + 3')},
       json_object('次数', len(days), '平均间隔天', round(every, 1), '平均克', round(grams), '同样规律的对数', greatest(from_one, to_one), '运单', parcels)
     from judged join parcel using (sender, receiver) where grounds > 0 and ${alike('weight_g')}`,
    values,
  )
}

/** W07 蚂蚁搬家: day after day many small parcels of one weight from one number to numbers in one area. */
export async function findAnts(engine: Engine, values: Values): Promise<void> {
  await engine.run(
    `create or replace temp table ants as
     with busy as (select sender, day from parcel where each_g between $antGramsLow and $antGramsHigh
         group by all having count(*) >= $antParcels and count(distinct receiver) >= $antReceivers),
     dayly as (select sender, day, count(*) as n, count(distinct receiver) as receivers, median(each_g) as grams, mode(receiver_area order by receiver_area) as area,
         ${doubtOf(values)} as doubt, ${firmOf('sender_name')} as firm, ${parcelsSql} as parcels,
         max(area_n)::double / count(*) as clustered
       from (select *, count(*) over (partition by sender, day, receiver_area) as area_n from weighed semi join busy using (sender, day)
         where each_g between $antGramsLow and $antGramsHigh)
       group by all having ${spread('each_g')} <= $identicalSpread)
     select *, count(*) over (partition by sender) as days from dayly where clustered >= $clusterShare`,
    values,
  )
  await engine.run(
    `insert into signal
     with judged as (select *, greatest(doubt, case when firm then 0 else 0.5 end) as grounds from ants where days >= $antDays)
     select p.id, 'W07', grounds * ${ramp('days', '$antDays::double - 2', '$antDays::double + 2')},
       json_object('当日件数', n, '当日收件号码', receivers, '平均克', round(grams), '收件地', area, '同一地区占比', round(clustered, 2), '天数', days, '运单', parcels)
     from judged j join parcel p on p.sender = j.sender and p.day = j.day
     where grounds > 0 and ${alike('p.each_g')}`,
    values,
  )
}

/** W08: many numbers send the same weight to one number that is no firm. */
export async function findGatherings(engine: Engine, values: Values): Promise<void> {
  await engine.run(
    `insert into signal
     with many as (select receiver from parcel where each_g between $antGramsLow and $boxGramsHigh group by 1 having count(distinct sender) >= $gatherSenders),
     grouped as (select receiver, count(*) as n, count(distinct sender) as senders, median(each_g) as grams,
         greatest(${doubtOf(values)}, 0.4) as grounds, ${parcelsSql} as parcels
       from weighed semi join many using (receiver) where each_g between $antGramsLow and $boxGramsHigh
       group by receiver having ${spread('each_g')} <= $identicalSpread and not ${firmOf('receiver_name')})
     select p.id, 'W08', grounds * ${ramp('g.senders', '$gatherSenders::double - 3', '$gatherSenders::double + 3')},
       json_object('寄件号码数', g.senders, '件数', n, '平均克', round(grams), '运单', parcels)
     from grouped g join parcel p using (receiver) where ${alike('p.each_g')}`,
    values,
  )
}

import type { Engine } from '../../lake/engine.ts'

type Values = Readonly<Record<string, number | string>>

/** `parcel`: the waybills of the window, each once. */
export async function gatherParcels(engine: Engine, values: Values): Promise<void> {
  await engine.run(
    `create or replace temp table parcel as
     select distinct waybill_no as id, carrier, shipped_at as sent_at, cast(shipped_at as date) as day, sender_name,
       sender_phone_hash as sender, sender_area, receiver_name, receiver_phone_hash as receiver, receiver_area,
       pieces, weight_g, weight_g / pieces as each_g, coalesce(trim(declared_goods), '') as goods
     from waybills where shipped_at < $until::timestamptz and shipped_at >= $until::timestamptz - to_days($windowDays::int)`,
    values,
  )
}

/**
 * `usual`: what a piece of the declared goods usually weighs, by carrier. A sender has one vote (one of its parcels, by chance that
 * repeats), so a ring that sends a thousand parcels cannot make its own weight usual; goods that few people send have no usual weight.
 */
export async function gatherUsual(engine: Engine, values: Values): Promise<void> {
  await engine.run(
    `create or replace temp table usual as
     with vote as (select carrier, goods, sender, min_by(ln(each_g), hash(id)) as w from parcel where goods <> '' and each_g > 0 group by all)
     select carrier, goods, median(w) as mid, greatest(1.4826 * mad(w), 0.15) as spread, count(*) as senders
     from vote group by all having count(*) >= $usualSenders`,
    values,
  )
}

const list = (text: string): string[] =>
  text
    .split(',')
    .map(part => part.trim())
    .filter(Boolean)

/**
 * How little the declaration explains what is sent, over a group of parcels (SQL, 0–1). Zero for a firm whose goods weigh what
 * such goods weigh: it may send the same box every day.
 */
export function doubtOf(values: Values): string {
  const generic = list(String(values['genericGoods'] ?? ''))
    .map(word => `'${word.replaceAll("'", "''")}'`)
    .join(', ')
  return `greatest(
    avg(case when abs(z) >= $strangeWeight then 1.0 else 0.0 end),
    avg(case when goods = '' or goods in (${generic}) then 0.7 else 0.0 end),
    case when count(distinct goods) >= 3 then 0.8 else 0.0 end)`
}

/** Whether the names of one side say a firm (SQL). */
export const firmOf = (name: string): string => `coalesce(bool_or(regexp_matches(${name}, $businessWords)), false)`

/** Parcels of one group for the evidence (SQL): the first twenty, by number. */
export const parcelsSql = `list(id order by id)[1:20]`

/** A ramp from 0 at `from` to 1 at `to` (SQL). */
export const ramp = (value: string, from: string, to: string): string =>
  `least(1, greatest(0, (${value} - (${from}))::double / ((${to}) - (${from}))))`

import type { Position } from '#kernel/position'
import type { Engine } from '../lake/engine.ts'
import { untilOf } from './known.ts'
import type { TransportPolicy } from './policy.ts'
import { km } from './vessels/work.ts'

export type MovingKind = 'waybill' | 'vehicle' | 'vessel'

export interface WhereAsk {
  readonly engine: Engine
  readonly asOf: string
  readonly policy: TransportPolicy
}

const these = `(select unnest(from_json($subjects, '["VARCHAR"]')))`

/** The end of the parcel that lies in the county; both may. */
const waybills = `select waybill_no as subject, max(case when left(sender_area, 6) = $county then sender_area
    when left(receiver_area, 6) = $county then receiver_area end) as area, null::double as lng, null::double as lat
  from waybills where waybill_no in ${these} group by waybill_no`

/** The checkpoint that the plate passed most, and the town of the shop next to it; a list of checkpoints names no town. */
const vehicles = `with passed as (select plate_hash, checkpoint_id, count(*) as times from vehicle_passes
    where plate_hash in ${these} and passed_at < $until::timestamptz and passed_at >= $until::timestamptz - to_days($vehicleDays::int) group by all),
  most as (select plate_hash, max_by(checkpoint_id, (times, checkpoint_id)) as checkpoint_id from passed group by plate_hash),
  towns as (select c.checkpoint_id, min_by(left(r.area_code, 9), (${km('c', 'r')}, r.licence_no)) as town
    from checkpoints c, retailers r where r.lng is not null and length(r.area_code) >= 9 group by c.checkpoint_id)
  select plate_hash as subject, town as area, c.lng, c.lat from most join checkpoints c using (checkpoint_id) left join towns using (checkpoint_id)`

/** Its last position; the sea has one place of policy. */
const vessels = `select mmsi as subject, $seaArea as area, max_by(p.lng, p.at) as lng, max_by(p.lat, p.at) as lat from vessel_positions p
  where mmsi in ${these} and p.at < $until::timestamptz and p.at >= $until::timestamptz - to_days($vehicleDays::int) group by mmsi`

const asked = { waybill: waybills, vehicle: vehicles, vessel: vessels } as const

export interface Whereabouts {
  readonly areaCode: string
  readonly position?: Position
}

/** Which town or county looks at each subject first, and where it was seen; the county itself where nothing says more. */
export async function placesOf(
  { engine, asOf, policy }: WhereAsk,
  kind: MovingKind,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, Whereabouts>> {
  if (subjects.length === 0) return new Map()
  const rows = await engine.rows<{ subject: string; area: string | null; lng: number | null; lat: number | null }>(
    asked[kind],
    { ...policy.values, subjects: JSON.stringify(subjects), county: policy.county, until: untilOf(asOf) },
  )
  return new Map(
    rows.map(({ subject, area, lng, lat }) => [
      subject,
      { areaCode: area ?? policy.county, ...(lng === null || lat === null ? {} : { position: { lng, lat } }) },
    ]),
  )
}

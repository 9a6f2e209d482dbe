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
    when left(receiver_area, 6) = $county then receiver_area end) as area
  from waybills where waybill_no in ${these} group by waybill_no`

/** The town of the shop next to the checkpoint that the plate passed most; a list of checkpoints names no town. */
const vehicles = `with passed as (select plate_hash, checkpoint_id, count(*) as times from vehicle_passes
    where plate_hash in ${these} and passed_at < $until::timestamptz and passed_at >= $until::timestamptz - to_days($vehicleDays::int) group by all),
  most as (select plate_hash, max_by(checkpoint_id, (times, checkpoint_id)) as checkpoint_id from passed group by plate_hash),
  towns as (select c.checkpoint_id, min_by(left(r.area_code, 9), (${km('c', 'r')}, r.licence_no)) as town
    from checkpoints c, retailers r where r.lng is not null and length(r.area_code) >= 9 group by c.checkpoint_id)
  select plate_hash as subject, town as area from most left join towns using (checkpoint_id)`

/** Which town or county looks at each subject first; the county itself where nothing says more. The sea has one place of policy. */
export async function areasOf(
  { engine, asOf, policy }: WhereAsk,
  kind: MovingKind,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const known = new Map(
    subjects.map(subject => [subject, kind === 'vessel' ? String(policy.values['seaArea']) : policy.county]),
  )
  if (kind === 'vessel' || subjects.length === 0) return known
  const rows = await engine.rows<{ subject: string; area: string | null }>(kind === 'waybill' ? waybills : vehicles, {
    ...policy.values,
    subjects: JSON.stringify(subjects),
    county: policy.county,
    until: untilOf(asOf),
  })
  for (const { subject, area } of rows) if (area !== null) known.set(subject, area)
  return known
}

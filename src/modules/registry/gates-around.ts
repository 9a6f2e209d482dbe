import { type RawBuilder, sql } from 'kysely'
import type { Gate, Walk } from '#kernel/school-distance'

/** A school gate within about a kilometre of a door, or one that a signed walk leads to; no layout rule reaches farther. */
export interface GateAround extends Gate {
  readonly school: string
  /** Walks that both officers signed, newest first. */
  readonly walks: readonly Walk[]
}

/** A place on the map as expressions of a larger query. */
interface Door {
  readonly lng: RawBuilder<unknown>
  readonly lat: RawBuilder<unknown>
}

/** The gates around `door` as JSON, with the signed walks from the shop `licenceNo`; null = a place without a licence. */
export const gatesAround = ({ lng, lat }: Door, licenceNo: RawBuilder<unknown> = sql`null::text`) => sql`coalesce((
  select jsonb_agg(jsonb_build_object('schoolId', g.school_id, 'school', s.name, 'kind', s.kind, 'gate', g.name,
    'lng', g.lng, 'lat', g.lat, 'walks', coalesce(walked.walks, '[]')) order by g.school_id, g.name)
  from registry.school_gate g join registry.school s on s.id = g.school_id
  left join lateral (
    select jsonb_agg(jsonb_build_object('schoolId', w.school_id, 'gate', w.gate, 'metres', w.metres,
      'door', case when w.door_lng is null then null else jsonb_build_object('lng', w.door_lng, 'lat', w.door_lat) end,
      'gateAt', jsonb_build_object('lng', w.gate_lng, 'lat', w.gate_lat))
      order by w.measured_on desc, w.recorded_at desc) as walks
    from registry.school_walk w
    where w.licence_no = ${licenceNo} and w.school_id = g.school_id and w.gate = g.name and w.confirmed_by is not null
  ) walked on true
  where walked.walks is not null
    or g.lat between ${lat} - 0.01 and ${lat} + 0.01 and g.lng between ${lng} - 0.01 and ${lng} + 0.01), '[]')`

import { sql } from 'kysely'
import type { Moment } from '#kernel/dates'
import type { Position } from '#kernel/position'
import type { Tx } from '#platform/database'

export interface ReachRow extends Position {
  readonly licenceNo: string
  readonly areaCode: string
  readonly shopName: string
  readonly live: boolean
  readonly nearestCode: string | null
  readonly nearestMetres: number | null
  readonly workingCode: string | null
  readonly workingMetres: number | null
  readonly hallMetres: number | null
}

/** Writes what is new or different, removes shops that have no place any more; says how many rows changed. */
export async function saveReach(tx: Tx, rows: readonly ReachRow[], at: Moment): Promise<number> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g("licenceNo" text, "areaCode" text, "shopName" text, live boolean, lng float8, lat float8,
    "nearestCode" text, "nearestMetres" float8, "workingCode" text, "workingMetres" float8, "hallMetres" float8)`
  const saved = await sql`
    insert into metrics.shop_reach as r (licence_no, area_code, shop_name, live, lng, lat, nearest_code, nearest_metres, working_code, working_metres,
      hall_metres, reckoned_at)
    select g."licenceNo", g."areaCode", g."shopName", g.live, g.lng, g.lat, g."nearestCode", g."nearestMetres", g."workingCode", g."workingMetres", g."hallMetres",
      ${at.instant.toString()}::timestamptz from ${given}
    on conflict (licence_no) do update set area_code = excluded.area_code, shop_name = excluded.shop_name, live = excluded.live, lng = excluded.lng, lat = excluded.lat,
      nearest_code = excluded.nearest_code, nearest_metres = excluded.nearest_metres, working_code = excluded.working_code,
      working_metres = excluded.working_metres, hall_metres = excluded.hall_metres, reckoned_at = excluded.reckoned_at
    where (r.area_code, r.shop_name, r.live, r.lng, r.lat, r.nearest_code, r.nearest_metres, r.working_code, r.working_metres, r.hall_metres) is distinct from
      (excluded.area_code, excluded.shop_name, excluded.live, excluded.lng, excluded.lat, excluded.nearest_code, excluded.nearest_metres, excluded.working_code,
       excluded.working_metres, excluded.hall_metres)`.execute(tx)
  const gone =
    await sql`delete from metrics.shop_reach where licence_no <> all(${rows.map(({ licenceNo }) => licenceNo)}::text[])`.execute(
      tx,
    )
  return Number(saved.numAffectedRows ?? 0) + Number(gone.numAffectedRows ?? 0)
}

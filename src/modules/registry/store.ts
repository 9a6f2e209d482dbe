import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { AreaCsvRow } from './imports/area-csv.ts'
import type { Saved } from './imports/report.ts'
import type { SchoolCsvRow } from './imports/school-csv.ts'
import type { ServicePointCsvRow } from './imports/service-point-csv.ts'

export {
  type FaceNote,
  findPlaceOf,
  type LicenceNote,
  saveFaceNote,
  saveLicenceNotes,
  savePhone,
} from './store/licence-and-phone.ts'
export { type SealedRetailer, saveRetailers } from './store/retailers.ts'

/** Rows as one JSON parameter: thousands of rows in one statement, and no limit on the number of parameters. */
const rowsOf = (rows: readonly unknown[]) => sql`${JSON.stringify(rows)}::jsonb`

/** Counts from `returning (xmax = 0) as inserted`: a row that the file leaves as it is returns nothing. */
function savedOf(rows: readonly { inserted: boolean }[]): Saved {
  const inserted = rows.filter(row => row.inserted).length
  return { inserted, updated: rows.length - inserted }
}

export async function saveAreas(tx: Tx, rows: readonly AreaCsvRow[]): Promise<Saved> {
  const flat = rows.map(({ position, ...row }) => ({ ...row, lng: position?.lng ?? null, lat: position?.lat ?? null }))
  const saved = await sql<{ inserted: boolean }>`
    insert into registry.area as area (code, name, kind, parent_code, lng, lat)
    select code, name, kind, "parentCode", lng, lat
    from jsonb_to_recordset(${rowsOf(flat)})
      as r(code text, name text, kind text, "parentCode" text, lng float8, lat float8)
    on conflict (code) do update set name = excluded.name, kind = excluded.kind, parent_code = excluded.parent_code,
      lng = excluded.lng, lat = excluded.lat, updated_at = now()
    where (area.name, area.kind, area.parent_code, area.lng, area.lat)
      is distinct from (excluded.name, excluded.kind, excluded.parent_code, excluded.lng, excluded.lat)
    returning (xmax = 0) as inserted`.execute(tx)
  return savedOf(saved.rows)
}

/** Counts gates (one row of the file is one gate); a changed school counts with its gates. */
export async function saveSchools(tx: Tx, rows: readonly SchoolCsvRow[]): Promise<Saved> {
  const flat = rows.map(({ gate, ...row }) => ({ ...row, ...gate }))
  const saved = await sql<{ inserted: boolean }>`
    with r as (
      select * from jsonb_to_recordset(${rowsOf(flat)})
        as r("schoolId" text, name text, kind text, "areaCode" text, "gateName" text, lng float8, lat float8)
    ), school as (
      insert into registry.school as school (id, name, kind, area_code)
      select distinct "schoolId", name, kind, "areaCode" from r
      on conflict (id) do update set name = excluded.name, kind = excluded.kind, area_code = excluded.area_code
      where (school.name, school.kind, school.area_code) is distinct from (excluded.name, excluded.kind, excluded.area_code)
      returning id, xmax <> 0 as changed
    ), gate as (
      insert into registry.school_gate as gate (school_id, name, lng, lat)
      select "schoolId", "gateName", lng, lat from r
      on conflict (school_id, name) do update set lng = excluded.lng, lat = excluded.lat
      where (gate.lng, gate.lat) is distinct from (excluded.lng, excluded.lat)
      returning school_id, name, (xmax = 0) as inserted
    )
    select coalesce(gate.inserted, false) as inserted
    from r left join gate on gate.school_id = r."schoolId" and gate.name = r."gateName"
    left join school on school.id = r."schoolId" and school.changed
    where gate.name is not null or school.id is not null`.execute(tx)
  return savedOf(saved.rows)
}

export async function saveServicePoints(tx: Tx, rows: readonly ServicePointCsvRow[]): Promise<Saved> {
  const flat = rows.map(({ position, ...row }) => ({ ...row, ...position }))
  const saved = await sql<{ inserted: boolean }>`
    insert into registry.service_point as point (code, name, kind, area_code, lng, lat, opened_on)
    select code, name, kind, "areaCode", lng, lat, "openedOn"
    from jsonb_to_recordset(${rowsOf(flat)})
      as r(code text, name text, kind text, "areaCode" text, lng float8, lat float8, "openedOn" date)
    on conflict (code) do update set name = excluded.name, kind = excluded.kind, area_code = excluded.area_code,
      lng = excluded.lng, lat = excluded.lat, opened_on = excluded.opened_on
    where (point.name, point.kind, point.area_code, point.lng, point.lat, point.opened_on)
      is distinct from (excluded.name, excluded.kind, excluded.area_code, excluded.lng, excluded.lat, excluded.opened_on)
    returning (xmax = 0) as inserted`.execute(tx)
  return savedOf(saved.rows)
}

/** Codes on record among those asked, with their names. */
export async function findAreaNames(tx: Tx, codes: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ code: string; name: string }>`
    select code, name from registry.area where code = any(${[...new Set(codes)]})`.execute(tx)
  return new Map(rows.map(row => [row.code, row.name]))
}

import { parseAreaCode } from '#kernel/area'
import type { Position } from '#kernel/position'
import { ok, type Result } from '#kernel/refusal'
import {
  type CsvRefusal,
  clean,
  defineCsv,
  oneOf,
  optional,
  type ParsedCsv,
  readCsv,
  required,
  type Upload,
} from '#platform/csv'
import { crsColumn, readLat, readLng, wgs84 } from './place.ts'
import { rowRefusals } from './words.ts'

const schoolKinds = ['kindergarten', 'primary', 'secondary', 'vocational', 'special'] as const

/** One row a gate (校门), because distances are measured from gates. */
export interface SchoolCsvRow {
  readonly schoolId: string
  readonly name: string
  readonly kind: (typeof schoolKinds)[number]
  readonly gateName: string
  readonly gate: Position
  readonly areaCode: string | null
}

const schoolCsv = defineCsv({
  columns: {
    school_id: required(clean(40)),
    name: required(clean(100)),
    kind: required(oneOf(schoolKinds)),
    gate_name: optional(clean(40)),
    gate_lng: required(readLng),
    gate_lat: required(readLat),
    crs: crsColumn,
    area_code: optional(parseAreaCode),
  },
  toRow: ({ school_id, name, kind, gate_name, gate_lng, gate_lat, crs, area_code }) =>
    ok<SchoolCsvRow>({
      schoolId: school_id,
      name,
      kind,
      gateName: gate_name ?? '校门',
      gate: wgs84({ lng: gate_lng, lat: gate_lat, crs }),
      areaCode: area_code ?? null,
    }),
  key: row => `${row.schoolId}\n${row.gateName}`,
  refusals: rowRefusals,
})

/** `schools.csv`: 学校、幼儿园及其校门. */
export const parseSchoolsCsv = (from: string | Upload): Promise<Result<ParsedCsv<SchoolCsvRow>, CsvRefusal>> =>
  readCsv(from, schoolCsv)

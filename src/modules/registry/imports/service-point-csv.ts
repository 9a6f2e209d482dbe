import { parseAreaCode } from '#kernel/area'
import { parseDate } from '#kernel/dates'
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

/** 服务点: a village terminal, a hall or a village office where somebody helps. */
export interface ServicePointCsvRow {
  readonly code: string
  readonly name: string
  readonly areaCode: string
  readonly kind: 'kiosk' | 'hall' | 'village'
  readonly position: Position
  readonly openedOn: string | null
}

const servicePointCsv = defineCsv({
  columns: {
    terminal_id: required(clean(40)),
    name: required(clean(100)),
    area_code: required(parseAreaCode),
    lng: required(readLng),
    lat: required(readLat),
    crs: crsColumn,
    kind: required(oneOf(['kiosk', 'hall', 'village'])),
    opened_on: optional(parseDate),
  },
  toRow: cells =>
    ok<ServicePointCsvRow>({
      code: cells.terminal_id,
      name: cells.name,
      areaCode: cells.area_code,
      kind: cells.kind,
      position: wgs84(cells),
      openedOn: cells.opened_on?.toString() ?? null,
    }),
  key: row => row.code,
  refusals: rowRefusals,
})

/** `terminals.csv`: 服务点. */
export const parseServicePointsCsv = (
  from: string | Upload,
): Promise<Result<ParsedCsv<ServicePointCsvRow>, CsvRefusal>> => readCsv(from, servicePointCsv)

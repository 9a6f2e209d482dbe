import { parseAreaCode } from '#kernel/area'
import type { Position } from '#kernel/position'
import type { Result } from '#kernel/refusal'
import { ok } from '#kernel/refusal'
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
import { crsColumn, optionalPlace, readLat, readLng } from './place.ts'
import { rowRefusals } from './words.ts'

export interface AreaCsvRow {
  readonly code: string
  readonly name: string
  readonly kind: 'county' | 'town' | 'village' | 'grid'
  readonly parentCode: string | null
  readonly position: Position | null
}

const areaCsv = defineCsv({
  columns: {
    code: required(parseAreaCode),
    name: required(clean(60)),
    kind: required(oneOf(['county', 'town', 'village', 'grid'])),
    parent_code: optional(parseAreaCode),
    lng: optional(readLng),
    lat: optional(readLat),
    crs: crsColumn,
  },
  toRow: cells => {
    const position = optionalPlace(cells)
    if (!position.ok) return position
    const { code, name, kind } = cells
    return ok<AreaCsvRow>({ code, name, kind, parentCode: parentOf(code, cells.parent_code), position: position.value })
  },
  key: row => row.code,
  refusals: rowRefusals,
})

/** A county's parent (the city) is outside the register; towns and villages have theirs in their code. */
function parentOf(code: string, given: string | undefined): string | null {
  if (code.length === 6) return null
  return given ?? code.slice(0, code.length - 3)
}

/** `areas.csv`: 行政区划. */
export const parseAreasCsv = (from: string | Upload): Promise<Result<ParsedCsv<AreaCsvRow>, CsvRefusal>> =>
  readCsv(from, areaCsv)

/**
 * The one reader and writer of CSV files (formats of import and export): UTF-8 with or without BOM, GB18030 converted,
 * every bad row named, formula-like cells kept as text.
 */
export { type Cells, type Columns, type CsvSpec, defineCsv, optional, required } from './csv/columns.ts'
export { CsvMalformed } from './csv/malformed.ts'
export {
  type CsvRefusal,
  type CsvRow,
  type ParsedCsv,
  readCsv,
  refuseIfAllBad,
  streamCsv,
  type Upload,
} from './csv/read.ts'
export { csvRefusals } from './csv/refusals.ts'
export { type Reject, rejectedPath, rejectText, writeRejected } from './csv/rejected.ts'
export { type CsvTable, readTable } from './csv/table.ts'
export { bySchema, clean, oneOf } from './csv/values.ts'
export { csvLines, escapeFormula, unescapeFormula, writeCsv } from './csv/write.ts'

import { ok, type Refusal, type Result, refuse } from '#kernel/refusal'
import { normalisedName } from './families/words-of.ts'
import type { Subject, Visit } from './records.ts'
import { positiveTest, type RankSpec } from './spec.ts'

/** A row of a file by the names of the spec, with its line in the file. */
export interface SourceRow {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

type CellRefusal = Refusal<'rankCellWrong'>

/** A cell that cannot be read, with its place; thrown and caught within this file only. */
class WrongCell extends Error {
  readonly refusal: CellRefusal
  constructor(details: { file: string; line: number; column: string; value: string }) {
    super('wrong cell')
    this.refusal = refuse('rankCellWrong', details)
  }
}

interface Row extends SourceRow {
  readonly file: string
}

/** The history in order of its days. */
export function readVisits(spec: RankSpec, rows: readonly SourceRow[]): Result<Visit[]> | CellRefusal {
  const positive = positiveTest(spec.outcome.positiveWhen)
  return caught(() =>
    rows
      .map((source): Visit => {
        const row = { file: 'history', ...source }
        const day = dayIn(row, spec.date)
        const outcome = numberIn(row, spec.outcome.column)
        if (Number.isNaN(day)) throw wrong(row, spec.date)
        if (Number.isNaN(outcome)) throw wrong(row, spec.outcome.column)
        const codes = spec.codes ? (row.cells[spec.codes.column] ?? '').split(spec.codes.separator) : []
        return {
          ...subjectOf(spec, row),
          day,
          outcome: positive(outcome) ? 1 : 0,
          severity: (spec.severity ?? []).map(column => Math.max(0, numberIn(row, column) || 0)),
          random: spec.randomArm ? (row.cells[spec.randomArm.column] ?? '').trim() === spec.randomArm.equals : true,
          groups: Object.fromEntries((spec.groups ?? []).map(column => [column, (row.cells[column] ?? '').trim()])),
          codes: codes.map(code => code.trim()).filter(code => code !== ''),
        }
      })
      .sort((a, b) => a.day - b.day),
  )
}

export interface Candidate extends Subject {
  readonly id: string
}

export function readCandidates(spec: RankSpec, rows: readonly SourceRow[]): Result<Candidate[]> | CellRefusal {
  return caught(() =>
    rows.map(source => {
      const row = { file: 'candidates', ...source }
      const id = row.cells[spec.candidate] ?? ''
      if (id === '') throw wrong(row, spec.candidate)
      return { ...subjectOf(spec, row), id }
    }),
  )
}

function subjectOf(spec: RankSpec, row: Row): Subject {
  const text = (column: string): string => (row.cells[column] ?? '').trim()
  return {
    // Rows without an entity are nobody's own record, and not each other's.
    entity: text(spec.entity) || `?${row.file}${row.line}`,
    lng: spec.place ? numberIn(row, spec.place.lng) : Number.NaN,
    lat: spec.place ? numberIn(row, spec.place.lat) : Number.NaN,
    chains: (spec.chain ?? []).map(column => normalisedName(text(column))),
    categories: (spec.categories ?? []).map(text),
    flags: (spec.flags ?? []).map(column => flagIn(row, column)),
    since: spec.since ? dayIn(row, spec.since) : Number.NaN,
  }
}

function caught<T>(work: () => T): Result<T> | CellRefusal {
  try {
    return ok(work())
  } catch (error) {
    if (error instanceof WrongCell) return error.refusal
    throw error
  }
}

const wrong = ({ file, line, cells }: Row, column: string): WrongCell =>
  new WrongCell({ file, line, column, value: (cells[column] ?? '').slice(0, 40) || '空白' })

/** NaN for an empty cell. */
function numberIn(row: Row, column: string): number {
  const text = (row.cells[column] ?? '').trim()
  if (text === '') return Number.NaN
  const value = Number(text)
  if (!Number.isFinite(value)) throw wrong(row, column)
  return value
}

const words: Readonly<Record<string, number>> = { true: 1, yes: 1, y: 1, 是: 1, false: 0, no: 0, n: 0, 否: 0 }

function flagIn(row: Row, column: string): number {
  return words[(row.cells[column] ?? '').trim().toLowerCase()] ?? numberIn(row, column)
}

/** Days since 1970; NaN for an empty cell. A time after the date is allowed and not used. */
function dayIn(row: Row, column: string): number {
  const text = (row.cells[column] ?? '').trim()
  if (text === '') return Number.NaN
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/u.exec(text) ?? []
  const day = Date.UTC(Number(year), Number(month) - 1, Number(date)) / 86_400_000
  if (Number.isNaN(day) || new Date(day * 86_400_000).toISOString().slice(0, 10) !== text.slice(0, 10))
    throw wrong(row, column)
  return day
}

import { ok, type Result, refuse } from '#kernel/refusal'
import { type Columns, type CsvSpec, readCsv } from '#platform/csv'
import { type Backtest, type BacktestPlan, backtest } from './backtest.ts'
import { type Ranked, rank, shapeOf } from './rank.ts'
import { type Candidate, readCandidates, readVisits, type SourceRow } from './read-records.ts'
import type { Visit } from './records.ts'
import { candidateColumns, historyColumns, parseRankSpec, type RankSpec } from './spec.ts'

export interface RankedFile {
  readonly candidates: readonly { readonly id: string; readonly ranked: Ranked }[]
  readonly visits: number
}

/** Ranks the candidates of a file by the history of another; any fault of a file is named and nothing is ranked. */
export async function rankFiles(files: {
  readonly spec: string
  readonly history: string
  readonly candidates: string
}): Promise<Result<RankedFile>> {
  const spec = parseRankSpec(files.spec)
  if (!spec.ok) return spec
  const visits = await readHistoryFile(spec.value, files.history)
  if (!visits.ok) return visits
  const candidates = await readCandidatesFile(spec.value, files.candidates)
  if (!candidates.ok) return candidates
  const ranked = rank(visits.value, candidates.value, { shape: shapeOf(spec.value), today: dayAfter(visits.value) })
  if (!ranked.ok) return ranked
  return ok({
    visits: visits.value.length,
    candidates: ranked.value.map((answer, n) => ({ id: candidates.value[n]?.id ?? '', ranked: answer })),
  })
}

/** Candidates carry no dates: the question is asked on the day after the last visit known. */
const dayAfter = (visits: readonly Visit[]): number => (visits.at(-1)?.day ?? 0) + 1

async function readHistoryFile(spec: RankSpec, path: string): Promise<Result<Visit[]>> {
  const rows = await rowsOf(path, historyColumns(spec))
  return rows.ok ? readVisits(spec, rows.value) : rows
}

async function readCandidatesFile(spec: RankSpec, path: string): Promise<Result<Candidate[]>> {
  const rows = await rowsOf(path, candidateColumns(spec))
  return rows.ok ? readCandidates(spec, rows.value) : rows
}

/** The reader of the house knows columns in small letters; the spec may write them as it likes. */
async function rowsOf(path: string, names: readonly string[]): Promise<Result<SourceRow[]>> {
  const columns: Columns = Object.fromEntries(
    names.map(name => [name.toLowerCase(), { required: true, read: ok<string> }]),
  )
  const format: CsvSpec<Record<string, string>> = {
    columns,
    toRow: cells => ok(Object.fromEntries(names.map(name => [name, String(cells[name.toLowerCase()])]))),
  }
  const read = await readCsv(path, format)
  if (!read.ok) return read
  const { file, rows, rejects } = read.value
  const [wrong] = rejects
  if (wrong) return refuse('rankRowWrong', { file, line: wrong.line, reason: wrong.reason })
  return ok(rows.map(({ line, row }) => ({ line, cells: row })))
}

/** A back-test with what the spec could tell it: marked random visits, groups to watch. */
export interface BacktestReport extends Backtest {
  readonly marked: boolean
  readonly grouped: boolean
}

/** The back-test of a history file; every fault of a file is named. */
export async function backtestFile(
  files: { readonly spec: string; readonly history: string },
  plan: Omit<BacktestPlan, 'shape'>,
): Promise<Result<BacktestReport>> {
  const spec = parseRankSpec(files.spec)
  if (!spec.ok) return spec
  const visits = await readHistoryFile(spec.value, files.history)
  if (!visits.ok) return visits
  const report = backtest(visits.value, { ...plan, shape: shapeOf(spec.value) })
  if (!report.ok) return report
  return ok({
    ...report.value,
    marked: spec.value.randomArm !== undefined,
    grouped: (spec.value.groups ?? []).length > 0,
  })
}

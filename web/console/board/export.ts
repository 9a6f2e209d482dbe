import type { SheetData } from 'write-excel-file/browser'
import { boardRoutes, type FigureReport, routes } from '#contract/metrics'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { currentLanguage } from '../../shared/language.ts'
import { csvText } from '../table/csv.ts'
import { groupsOnBoard } from './headlines.ts'
import { texts } from './texts.ts'
import type { BoardQuery } from './use-board.ts'

interface Line {
  readonly group: string
  readonly figure: string
  readonly where: string
  readonly value: number | null
  readonly unit: string
  readonly counted: number
  readonly formula: string
}

/** Money is in 分 inside and in 元 in a file. */
const plain = (value: number | null, unit: string): number | null =>
  value === null ? null : unit === 'fen' ? value / 100 : value

function linesOf(report: FigureReport, where: string, values: FigureReport['values'], group: string): Line[] {
  const language = currentLanguage()
  return report.figures.map((figure, n) => ({
    group,
    figure: pick(figure.name.zh, figure.name.en, language),
    where,
    value: plain(values[n]?.value ?? null, figure.unit),
    unit: texts.t(`unit.${figure.unit}`),
    counted: values[n]?.counted ?? 0,
    formula: pick(figure.formula.zh, figure.formula.en, language),
  }))
}

async function readAll(query: BoardQuery) {
  const [definitions, ...reports] = await Promise.all([
    call(routes.definitions),
    ...groupsOnBoard.map(group => call(routes.report, { query: { ...query, group } })),
  ])
  const language = currentLanguage()
  const name = (code: string) => {
    const words = definitions.groups.find(group => group.code === code)?.name
    return words ? pick(words.zh, words.en, language) : code
  }
  const each = <T>(lines: (report: FigureReport, group: string) => T[]) =>
    reports.flatMap((report, n) => lines(report, name(groupsOnBoard[n] ?? '')))
  return {
    whole: each((report, group) => linesOf(report, texts.t('whole'), report.values, group)),
    towns: each((report, group) => report.towns.flatMap(town => linesOf(report, town.name, town.values, group))),
    months: each((report, group) =>
      report.months.flatMap(({ month, values }) => linesOf(report, month, values, group)),
    ),
  }
}

const columns = [
  { head: texts.t('export.group'), cell: ({ group }: Line) => group },
  { head: texts.t('export.figure'), cell: ({ figure }: Line) => figure },
  { head: texts.t('export.where'), cell: ({ where }: Line) => where },
  { head: texts.t('export.value'), cell: ({ value }: Line) => value },
  { head: texts.t('export.unit'), cell: ({ unit }: Line) => unit },
  { head: texts.t('export.counted'), cell: ({ counted }: Line) => counted },
  { head: texts.t('export.formula'), cell: ({ formula }: Line) => formula },
]

export async function exportCsv(query: BoardQuery): Promise<void> {
  const { whole, towns, months } = await readAll(query)
  save(new Blob([csvText([...whole, ...towns, ...months], columns)], { type: 'text/csv;charset=utf-8' }), query, 'csv')
}

/** A workbook of three sheets; numbers are numbers, so that a reader can go on reckoning. */
export async function exportXlsx(query: BoardQuery): Promise<void> {
  const [{ default: write }, { whole, towns, months }] = await Promise.all([
    import('write-excel-file/browser'),
    readAll(query),
  ])
  const sheet = (name: string, lines: readonly Line[]) => ({ sheet: name, data: sheetOf(lines) })
  const book = write([
    sheet(texts.t('whole'), whole),
    sheet(texts.t('export.towns'), towns),
    sheet(texts.t('export.months'), months),
  ])
  save(await book.toBlob(), query, 'xlsx')
}

const sheetOf = (lines: readonly Line[]): SheetData => [
  columns.map(({ head }) => ({ value: head, fontWeight: 'bold' as const })),
  ...lines.map(line =>
    columns.map(({ cell }) => {
      const value = cell(line)
      return value === null ? null : { value }
    }),
  ),
]

export async function exportReport(month: string): Promise<void> {
  const pdf = await call(boardRoutes.monthlyReport, { query: { month }, patience: 60_000 })
  save(pdf, { from: month, to: month }, 'pdf')
}

function save(blob: Blob, { from, to }: BoardQuery, ending: string): void {
  const url = URL.createObjectURL(blob)
  const days = from === to ? from : `${from}_${to}`
  Object.assign(document.createElement('a'), {
    href: url,
    download: `${texts.t('export.file')}-${days}.${ending}`,
  }).click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

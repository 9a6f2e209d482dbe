import type { Words } from '../figure.ts'
import type { OpenCell, OpenColumn, OpenRow } from './dictionary.ts'
import { gate, type OpenTable, type Violation } from './gate.ts'
import { type Counted, columnTotals, rowTotals } from './table.ts'

export const totalLabel = '合计'

export interface Published {
  readonly columns: readonly OpenColumn[]
  readonly lines: readonly (readonly OpenCell[])[]
}

export type Opened =
  | { readonly open: true; readonly published: Published }
  | { readonly open: false; readonly why: Shut }

/** Why a set may not leave the house: by itself, or beside another one of this month. */
export type Shut = Violation | 'overlap'

/** A set of counts as it may be seen, or the reason why nothing of it is. */
export function publishCounts(counted: readonly Counted[], by: readonly [OpenColumn, OpenColumn], k: number): Opened {
  const gated = gate(counted, k)
  if (!gated.open) return { open: false, why: gated.violation }
  return { open: true, published: { columns: [...by, 'count'], lines: linesOf(gated.table, gated.total) } }
}

function linesOf(table: OpenTable, total: number): OpenCell[][] {
  const [ofRows, ofColumns] = [rowTotals(table), columnTotals(table)]
  return [
    ...table.rows.flatMap((row, r) => [
      ...table.columns.map((column, c) => [
        row,
        column,
        table.withheld[r]?.[c] ? null : (table.counts[r]?.[c] ?? null),
      ]),
      [row, totalLabel, ofRows[r] ?? null],
    ]),
    ...table.columns.map((column, c) => [totalLabel, column, ofColumns[c] ?? null]),
    [totalLabel, totalLabel, total],
  ]
}

/** Records of the bureau's own things, cut to the named columns; whatever else a row carries stays behind. */
export const publishRecords = (rows: readonly OpenRow[], columns: readonly OpenColumn[]): Opened =>
  rows.length === 0
    ? { open: false, why: 'tooFew' }
    : { open: true, published: { columns, lines: rows.map(row => columns.map(column => row[column] ?? null)) } }

/** Why a set is shut, in words for everybody. */
export const shutWords: Readonly<Record<Shut, Words>> = {
  tooFew: { zh: '目前数量太少，还不能公开。', en: 'There are too few to publish yet.' },
  smallTotal: {
    zh: '有一行或一列的合计太小，整份数据不公开。',
    en: 'A total is too small; the whole set is withheld.',
  },
  smallCell: { zh: '有一格的数量太小，整份数据不公开。', en: 'A cell is too small; the whole set is withheld.' },
  guessable: {
    zh: '隐藏的格能从合计里算出来，整份数据不公开。',
    en: 'A withheld cell could be computed from totals; the whole set is withheld.',
  },
  overlap: {
    zh: '和本月已经公开的另一份数据相减，会露出很少的几个，下个月再算。',
    en: 'The difference from another set of this month would tell of a few; it is made anew next month.',
  },
}

/** Cells that are empty in a table of counts. */
export const hiddenIn = ({ lines }: Published): number => lines.filter(line => line.at(-1) === null).length

import type { RefusalTable, Result } from '#kernel/refusal'
import { ok, refuse } from '#kernel/refusal'

/** One column: whether it must be there, and how the text of a cell becomes a value. */
export interface Column<T> {
  readonly required: boolean
  readonly read: (text: string) => Result<T>
}

export type Columns = Readonly<Record<string, Column<unknown>>>

export type Cells<C extends Columns> = { readonly [K in keyof C]: C[K] extends Column<infer T> ? T : never }

/** A file format as data: its columns, what makes a row whole, and what makes two rows the same. */
export interface CsvSpec<Row, C extends Columns = Columns> {
  readonly columns: C
  /** Checks between cells. A refusal names its column in the detail `column`. */
  readonly toRow: (cells: Cells<C>) => Result<Row>
  /** The natural key: of two rows with one key only the first is taken. */
  readonly key?: (row: Row) => string
  /** Words for refusals beyond those of the kernel and of the reader itself. */
  readonly refusals?: RefusalTable
}

/** Infers the types of the cells from the columns. */
export const defineCsv = <const C extends Columns, Row>(spec: CsvSpec<Row, C>): CsvSpec<Row> =>
  spec as unknown as CsvSpec<Row>

/** The header must have the column, and no cell of it may be blank. */
export const required = <T>(read: (text: string) => Result<T>): Column<T> => ({
  required: true,
  read: text => (text === '' ? refuse('cellEmpty') : read(text)),
})

/** A missing column and a blank cell both read as undefined. */
export const optional = <T>(read: (text: string) => Result<T>): Column<T | undefined> => ({
  required: false,
  read: text => (text === '' ? ok(undefined) : read(text)),
})

import type { ReactNode } from 'react'
import { useRowKeys } from './use-row-keys.ts'

export interface Column<Row> {
  readonly key: string
  readonly head: string
  readonly cell: (row: Row) => ReactNode
  /** Numbers and dates do not wrap. */
  readonly narrow?: boolean
}

interface Props<Row> {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  readonly open: (row: Row) => void
  readonly toneOf?: (row: Row) => string
}

/**
 * A table with a sticky head whose rows are reached by j/k or the arrows and opened by Enter. One row at a time is in the
 * tab order, so that Tab passes the table in one step. Each row still holds a real link for screen readers and new tabs.
 */
export function DataTable<Row>({ caption, columns, rows, keyOf, open, toneOf }: Props<Row>) {
  const keys = useRowKeys(rows.length, index => {
    const row = rows[index]
    if (row !== undefined) open(row)
  })
  return (
    <div className="table-room">
      <table className="data-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column.key} scope="col">
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={keys.body} onKeyDown={keys.onKeyDown}>
          {rows.map((row, index) => (
            <tr
              key={keyOf(row)}
              tabIndex={index === keys.current ? 0 : -1}
              onFocus={() => keys.focused(index)}
              onClick={event => {
                if (!(event.target as Element).closest('a, button')) open(row)
              }}
              {...(toneOf ? { 'data-tone': toneOf(row) } : {})}
            >
              {columns.map(column => (
                <td key={column.key} className={column.narrow ? 'narrow' : undefined}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

import { category } from './kinds/category.ts'
import { day } from './kinds/day.ts'
import type { Kind } from './kinds/kind.ts'
import { name } from './kinds/name.ts'
import { code, digits } from './kinds/number.ts'
import { words } from './kinds/words.ts'

/** One column with its values numbered, so that the comparison of two values is made once. */
export interface Field {
  readonly name: string
  readonly kind: Kind
  /** The number of the value of each record; −1 where the cell is empty. */
  readonly value: Int32Array
  readonly values: readonly string[]
  /** How many records have each value. */
  readonly count: readonly number[]
  /** How many records have any. */
  readonly present: number
}

/** From the narrowest to the widest; the last fits everything. */
const kinds: readonly Kind[] = [day, category, digits, code, words, name]

export function fieldOf(column: string, cells: readonly string[]): Field {
  const filled = cells.filter(cell => cell.trim() !== '')
  const kind = kinds.find(kind => kind.fits(filled)) ?? name
  return numbered(
    column,
    kind,
    cells.map(cell => kind.plain(cell)),
  )
}

export function numbered(column: string, kind: Kind, cells: readonly string[]): Field {
  const numbers = new Map<string, number>()
  const values: string[] = []
  const count: number[] = []
  const value = Int32Array.from(cells, cell => {
    if (cell === '') return -1
    const known = numbers.get(cell)
    if (known !== undefined) {
      count[known] = (count[known] ?? 0) + 1
      return known
    }
    numbers.set(cell, values.length)
    count.push(1)
    return values.push(cell) - 1
  })
  return { name: column, kind, value, values, count, present: value.filter(number => number >= 0).length }
}

/** The plain value of one record, empty when there is none. */
export const textAt = (field: Field, record: number): string => field.values[field.value[record] ?? -1] ?? ''

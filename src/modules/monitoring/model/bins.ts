import { at, type Matrix } from './matrix.ts'

/** Borders of the bins of each column. Bin 0 is for what is not known. */
export interface Bins {
  readonly cuts: readonly Float64Array[]
}

/** Bins with about equally many examples each, so that one extreme value cannot squeeze the rest together. */
export function binColumns(matrix: Matrix, most: number): Bins {
  return {
    cuts: matrix.columns.map(column => {
      const known = column.filter(value => !Number.isNaN(value)).sort()
      const cuts: number[] = []
      for (let b = 1; b < most; b += 1) {
        const value = known[Math.floor((b * known.length) / most)]
        if (value !== undefined && value !== cuts.at(-1) && value > at(known, 0)) cuts.push(value)
      }
      return Float64Array.from(cuts)
    }),
  }
}

/** 0 for the unknown, else 1 + the number of borders not above the value. */
export function bin(column: Float64Array, cuts: Float64Array): Uint8Array {
  const codes = new Uint8Array(column.length)
  for (let row = 0; row < column.length; row += 1) {
    const value = at(column, row)
    if (Number.isNaN(value)) continue
    let low = 0
    let high = cuts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (at(cuts, middle) <= value) low = middle + 1
      else high = middle
    }
    codes[row] = low + 1
  }
  return codes
}

/** How the cells of one column are read, compared and looked up. */
export interface Kind {
  readonly name: 'day' | 'category' | 'digits' | 'code' | 'words' | 'name'
  /** Whether these cells, none empty, are of this kind. */
  fits(cells: readonly string[]): boolean
  /** The cell as it is compared; empty when it says nothing. */
  plain(cell: string): string
  /** Levels of agreement: 0 is different, the last is equal. */
  readonly levels: number
  /** For the values of a column and how often each occurs: the level of two of them that are not equal. */
  comparing(values: readonly string[], count: readonly number[]): Comparing
  /** Keys under which records that may belong together meet, beside the value itself; empty for none. */
  readonly keys: readonly ((value: string) => string)[]
}

export type Comparing = (a: string, b: string) => number

export const share = (cells: readonly string[], test: (cell: string) => boolean): number =>
  cells.filter(test).length / Math.max(1, cells.length)

export const firstHalf = (text: string): string => text.slice(0, Math.ceil(text.length / 2))
export const lastHalf = (text: string): string => text.slice(-Math.ceil(text.length / 2))

/** How large a county, and for which day; the same options give the same bytes. */
export interface TownOptions {
  readonly seed: number | string
  readonly retailers?: number
  readonly terminals?: number
  readonly today: Temporal.PlainDate
}

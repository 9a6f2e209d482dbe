import { isoOf } from './days.ts'

/** The days from one to another, cut into calendar months: each becomes a file. */
export function monthsOf(from: number, to: number): readonly { readonly month: string; readonly days: number[] }[] {
  const days = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
  return [...Map.groupBy(days, day => isoOf(day).slice(0, 7))].map(([month, own]) => ({ month, days: own }))
}

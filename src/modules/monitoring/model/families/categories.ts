import type { Feature } from '../matrix.ts'
import { DecayedSums } from './decayed.ts'
import { drawnMean, drawnRate, type Family, levelAt, otherSeverities, year } from './family.ts'

/** What visits to the same kind met so far: a category becomes its own past rate, never one of later outcomes. */
export function categories(columns: readonly string[], severity: readonly string[]): Family {
  const sums = columns.map(() => new DecayedSums(2 + severity.length, year))
  const others = otherSeverities(severity)
  return {
    features: columns.flatMap((column): Feature[] => [
      { name: `category.rate.${column}`, reason: `category:${column}`, monotone: 1 },
      ...others.map(
        s => ({ name: `category.${severity[s]}.${column}`, reason: `category:${column}`, monotone: 0 }) as const,
      ),
    ]),
    tell(visit, values) {
      visit.categories.forEach((value, c) => {
        sums[c]?.add(value, visit.day, values)
      })
    },
    read: (subjects, level) =>
      subjects.map(({ categories: kinds }) =>
        kinds.flatMap((value, c) => {
          const read = (index: number): number => sums[c]?.read(value, level.day, index) ?? 0
          return [
            drawnRate({ outcomes: read(1), visits: read(0) }, level.base, 15),
            ...others.map(s => drawnMean(read(2 + s), read(0), levelAt(level, s), 15)),
          ]
        }),
      ),
  }
}

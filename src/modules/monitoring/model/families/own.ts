import { itemAt } from '../matrix.ts'
import type { Visit } from '../records.ts'
import { DecayedSums } from './decayed.ts'
import { drawnMean, drawnRate, type Family, levelAt, meanOf, valuesOf, year } from './family.ts'

/** Farther back it makes no difference any more. */
const longAgo = 2 * year

/** The own record: outcomes and severities that fade, the last visit, its codes and what other subjects showed after such codes. */
export function ownRecord(severity: readonly string[]): Family {
  const sums = new DecayedSums(2 + severity.length, year)
  /** How often the next visit to the same subject met the outcome after a code was written down. */
  const codes = new DecayedSums(2, 2 * year)
  const records = new Map<string, { last: Visit; before: Visit | undefined; visits: number; outcomeDay: number }>()
  return {
    features: [
      { name: 'own.visits', reason: 'visits', monotone: 0 },
      { name: 'own.rate', reason: 'ownRecord', monotone: 1 },
      { name: 'own.last', reason: 'ownRecord', monotone: 1 },
      { name: 'own.sinceLast', reason: 'sinceLast', monotone: 0 },
      { name: 'own.sinceOutcome', reason: 'ownRecord', monotone: 0 },
      { name: 'own.trend', reason: 'trend', monotone: 0 },
      { name: 'own.codes', reason: 'ownCodes', monotone: 1 },
      { name: 'own.codesTop', reason: 'ownCodes', monotone: 1 },
      ...severity.flatMap(column => [
        { name: `own.mean.${column}`, reason: 'ownSeverity', monotone: 1 } as const,
        { name: `own.last.${column}`, reason: 'ownSeverity', monotone: 0 } as const,
      ]),
    ],
    tell(visit, values) {
      const known = records.get(visit.entity)
      for (const code of known?.last.codes ?? []) codes.add(code, visit.day, [1, visit.outcome])
      sums.add(visit.entity, visit.day, values)
      records.set(visit.entity, {
        last: visit,
        before: known?.last,
        visits: (known?.visits ?? 0) + 1,
        outcomeDay: visit.outcome ? visit.day : (known?.outcomeDay ?? Number.NaN),
      })
    },
    read: (subjects, level) =>
      subjects.map(({ entity }) => {
        const known = records.get(entity)
        if (!known) return [0, 0, ...Array<number>(6 + 2 * severity.length).fill(Number.NaN)]
        const read = (index: number): number => sums.read(entity, level.day, index)
        const after = known.last.codes.map(code =>
          drawnRate(
            { outcomes: codes.read(code, level.day, 1), visits: codes.read(code, level.day, 0) },
            level.base,
            20,
          ),
        )
        return [
          Math.log1p(known.visits),
          drawnRate({ outcomes: read(1), visits: read(0) }, level.base, 2),
          known.last.outcome,
          Math.min(longAgo, level.day - known.last.day),
          Math.min(longAgo, level.day - known.outcomeDay),
          known.before ? weightOf(known.last) - weightOf(known.before) : Number.NaN,
          meanOf(after),
          Math.max(0, ...after),
          ...severity.flatMap((_, s) => [
            drawnMean(read(2 + s), read(0), levelAt(level, s), 1),
            Math.log1p(itemAt(known.last.severity, s)),
          ]),
        ]
      }),
  }
}

const weightOf = (visit: Visit): number =>
  valuesOf(visit)
    .slice(2)
    .reduce((sum, value) => sum + value, 0)

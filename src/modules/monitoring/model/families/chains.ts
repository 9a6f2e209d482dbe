import type { Feature } from '../matrix.ts'
import { DecayedSums } from './decayed.ts'
import { drawnMean, drawnRate, type Family, levelAt, otherSeverities, year } from './family.ts'

const memory = 2 * year

/** What others of the same name met (a chain, one operator with several shops); the own visits are taken off. */
export function chains(columns: readonly string[], severity: readonly string[]): Family {
  const width = 2 + severity.length
  const sums = columns.map(() => new DecayedSums(width, memory))
  const own = columns.map(() => new DecayedSums(width, memory))
  const members = columns.map(() => new Map<string, Set<string>>())
  const others = otherSeverities(severity)
  return {
    features: columns.flatMap((column): Feature[] => [
      { name: `chain.rate.${column}`, reason: 'chain', monotone: 1 },
      { name: `chain.size.${column}`, reason: 'chain', monotone: 0 },
      ...others.map(s => ({ name: `chain.${severity[s]}.${column}`, reason: 'chain', monotone: 0 }) as const),
    ]),
    tell(visit, values) {
      visit.chains.forEach((name, c) => {
        if (name === '') return
        sums[c]?.add(name, visit.day, values)
        own[c]?.add(`${visit.entity}\n${name}`, visit.day, values)
        members[c]?.set(name, (members[c].get(name) ?? new Set()).add(visit.entity))
      })
    },
    read: (subjects, level) =>
      subjects.map(({ entity, chains: names }) =>
        names.flatMap((name, c) => {
          const read = (index: number): number =>
            Math.max(
              0,
              (sums[c]?.read(name, level.day, index) ?? 0) -
                (own[c]?.read(`${entity}\n${name}`, level.day, index) ?? 0),
            )
          const shops = members[c]?.get(name)
          return [
            drawnRate({ outcomes: read(1), visits: read(0) }, level.base, 4),
            Math.log1p((shops?.size ?? 0) - (shops?.has(entity) ? 1 : 0)),
            ...others.map(s => drawnMean(read(2 + s), read(0), levelAt(level, s), 4)),
          ]
        }),
      ),
  }
}

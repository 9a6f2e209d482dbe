import { at, type Feature } from '../matrix.ts'
import type { Visit } from '../records.ts'
import { drawnMean, drawnRate, type Family, levelAt, otherSeverities, valuesOf } from './family.ts'
import { Neighbourhood, type Ring } from './neighbourhood.ts'

/** What visits nearby met, for rings of several sizes and memories; the own visits are taken off. */
export function neighbours(severity: readonly string[], rings: readonly Ring[], latitude: number): Family {
  const around = rings.map(ring => new Neighbourhood(ring, latitude, 2 + severity.length))
  const own = new Map<string, Visit[]>()
  const others = otherSeverities(severity)
  return {
    features: rings.flatMap(({ metres, halfLife }): Feature[] => {
      const ring = `${metres}m.${halfLife}d`
      return [
        { name: `near.rate.${ring}`, reason: 'neighbours', monotone: 1 },
        { name: `near.visits.${ring}`, reason: 'density', monotone: 0 },
        ...others.map(s => ({ name: `near.${severity[s]}.${ring}`, reason: 'neighbours', monotone: 0 }) as const),
      ]
    }),
    tell(visit, values) {
      for (const ring of around) ring.add(visit, values)
      const visits = own.get(visit.entity)
      if (visits) visits.push(visit)
      else own.set(visit.entity, [visit])
    },
    read(subjects, level) {
      const sums = around.map(ring => ring.around(subjects, level.day, entity => own.get(entity) ?? [], valuesOf))
      return subjects.map((_, row) =>
        sums.flatMap(ring => {
          const around = ring[row] ?? new Float64Array()
          const visits = at(around, 0)
          return [
            drawnRate({ outcomes: at(around, 1), visits }, level.base, 3),
            Math.log1p(visits),
            ...others.map(s => drawnMean(at(around, 2 + s), visits, levelAt(level, s), 3)),
          ]
        }),
      )
    },
  }
}

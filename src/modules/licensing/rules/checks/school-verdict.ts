import { leastMetres } from './check-layout.ts'
import type { CheckPolicy, GateFacts, SchoolFacts, SchoolGateFact, ServiceFacts } from './facts.ts'

type Limits = Pick<CheckPolicy, 'schoolMetres' | 'kindergartenMetres'>

/**
 * 校园周边 of one run. `inside` and `measured` rest on signed walks; `far` on the map alone, which proves it because no walk is
 * shorter than the straight line; `near` proves nothing and sends two officers with a measuring wheel.
 */
export interface SchoolVerdict {
  readonly kind: 'unknown' | 'inside' | 'near' | 'measured' | 'far'
  /** The gate that decided; null = none is near. */
  readonly gate: SchoolGateFact | null
}

export function schoolVerdict(facts: ServiceFacts, policy: Limits): SchoolVerdict {
  const seen = schoolsOf(facts)
  if (seen === null) return { kind: 'unknown', gate: null }
  const of = (which: (gate: SchoolGateFact, limit: number) => boolean) =>
    nearest(seen.gates.filter(gate => which(gate, limitOf(gate, policy))))
  const inside = of(({ walk }, limit) => walk !== null && walk < limit)
  if (inside) return { kind: 'inside', gate: inside }
  if (!seen.doorKnown) return { kind: 'unknown', gate: null }
  const near = of(({ walk, least }, limit) => walk === null && (least ?? 0) < limit)
  if (near) return { kind: 'near', gate: near }
  const measured = of(({ walk, least }, limit) => walk !== null && (least ?? 0) < limit)
  return measured ? { kind: 'measured', gate: measured } : { kind: 'far', gate: nearest(seen.gates) }
}

export const limitOf = ({ kind }: SchoolGateFact, { schoolMetres, kindergartenMetres }: Limits): number =>
  kind === 'kindergarten' ? kindergartenMetres : schoolMetres

export const reachOf = ({ walk, least }: SchoolGateFact): number => walk ?? least ?? 0

const nearest = (gates: readonly SchoolGateFact[]): SchoolGateFact | null =>
  gates.toSorted((a, b) => reachOf(a) - reachOf(b))[0] ?? null

/** Runs of before knew one straight line a kind. */
function schoolsOf(facts: ServiceFacts): SchoolFacts | null {
  const { schools, gates } = facts
  if (schools !== undefined) return schools
  if (!gates) return null
  const lines = (['school', 'kindergarten'] as const satisfies (keyof GateFacts)[]).flatMap(kind => {
    const metres = gates[kind]
    if (metres === null) return []
    return [{ kind, least: facts.place ? leastMetres(metres, facts) : metres, walk: null }]
  })
  return { doorKnown: true, gates: lines }
}

import { distanceMetres, type Position } from './position.ts'

/**
 * 校园周边距离. WB 59 forbids points of sale around schools and kindergartens and sets no distance; the bureau's rule does, as a walk
 * from door to gate (policy `place.schoolMetres`, `place.kindergartenMetres`).
 */
export interface SchoolLimits {
  readonly schoolMetres: number
  readonly kindergartenMetres: number
  /** How far a position on record may be from the real door or gate. */
  readonly positionErrorMetres: number
}

export interface Gate extends Position {
  readonly schoolId: string
  readonly gate: string
  readonly kind: string
}

/** A walk measured by two officers, from this door to this gate as both stood on that day. */
export interface Walk {
  readonly schoolId: string
  readonly gate: string
  readonly metres: number
  readonly door: Position | null
  readonly gateAt: Position
}

/** 直线提示: the line on the map with its error bar; `least` and `most` are as far as the true line can lie. */
export interface LineHint {
  readonly metres: number
  readonly errorMetres: number
  readonly least: number
  readonly most: number
}

/**
 * What is known of one gate. `outside` and `inside` say a measured walk; `far` says the map, which proves it: a walk is never shorter than
 * the straight line. `near` (the line is shorter than the limit whatever the error) and `unsure` prove nothing: somebody has to measure.
 */
type GateVerdict = 'outside' | 'inside' | 'far' | 'near' | 'unsure' | 'noPosition'

export interface GateDistance<G extends Gate> {
  readonly gate: G
  readonly limit: number
  readonly line: LineHint | null
  readonly walk: number | null
  /** A walk is on record, but door or gate have moved since: it counts no more. */
  readonly walkOutdated: boolean
  readonly verdict: GateVerdict
}

/** Special and vocational schools count as schools: the protection of minors does not distinguish (WB 59). */
export const limitOf = (kind: string, limits: Pick<SchoolLimits, 'schoolMetres' | 'kindergartenMetres'>): number =>
  kind === 'kindergarten' ? limits.kindergartenMetres : limits.schoolMetres

/** Both ends may be wrong by the error, at worst away from each other. */
export function lineHint(door: Position, gate: Position, positionErrorMetres: number): LineHint {
  const metres = distanceMetres(door, gate)
  const errorMetres = 2 * positionErrorMetres
  return { metres, errorMetres, least: Math.max(0, metres - errorMetres), most: metres + errorMetres }
}

/** One shop against one gate. A walk of exactly the limit is far enough. */
export function gateDistance<G extends Gate>(
  door: Position | null,
  gate: G,
  walks: readonly Walk[],
  limits: SchoolLimits,
): GateDistance<G> {
  const limit = limitOf(gate.kind, limits)
  const line = door && lineHint(door, gate, limits.positionErrorMetres)
  const measured = walks.filter(walk => walk.schoolId === gate.schoolId && walk.gate === gate.gate)
  const standing = measured.find(walk => stillStands(walk, door, gate, limits.positionErrorMetres))
  const walk = standing?.metres ?? null
  const verdict = walk === null ? verdictOfLine(line, limit) : walk < limit ? 'inside' : 'outside'
  return { gate, limit, line, walk, walkOutdated: walk === null && measured.length > 0, verdict }
}

function verdictOfLine(line: LineHint | null, limit: number): GateVerdict {
  if (line === null) return 'noPosition'
  if (line.least >= limit) return 'far'
  return line.most < limit ? 'near' : 'unsure'
}

/** A position corrected within its own error is the same door; one that moved farther is another. */
function stillStands(walk: Walk, door: Position | null, gate: Gate, positionErrorMetres: number): boolean {
  const moved = (a: Position, b: Position) => distanceMetres(a, b) > 2 * positionErrorMetres
  return !moved(walk.gateAt, gate) && (walk.door === null || door === null || !moved(walk.door, door))
}

/** 校园周边 of one shop: inside as soon as one walk is too short; outside only when every gate is settled by walk or line. */
export type ShopVerdict = 'inside' | 'toMeasure' | 'outside' | 'unknown'

export interface SchoolSurroundings<G extends Gate> {
  readonly verdict: ShopVerdict
  /** The gates that matter, nearest first: all that are not proved far by the map alone. */
  readonly gates: readonly GateDistance<G>[]
}

/** One shop against all gates. Walks newest first: the newest of a gate counts. */
export function schoolSurroundings<G extends Gate>(
  door: Position | null,
  gates: readonly G[],
  walks: readonly Walk[],
  limits: SchoolLimits,
): SchoolSurroundings<G> {
  const all = gates.map(gate => gateDistance(door, gate, walks, limits))
  const known = all.filter(({ verdict }) => verdict !== 'far' && verdict !== 'noPosition')
  const nearest = known.toSorted((a, b) => reach(a) - reach(b))
  return { verdict: shopVerdict(all), gates: nearest }
}

const reach = <G extends Gate>({ walk, line }: GateDistance<G>): number =>
  walk ?? line?.metres ?? Number.POSITIVE_INFINITY

function shopVerdict(all: readonly GateDistance<Gate>[]): ShopVerdict {
  const has = (...verdicts: readonly GateVerdict[]) => all.some(({ verdict }) => verdicts.includes(verdict))
  if (has('inside')) return 'inside'
  if (has('noPosition')) return 'unknown'
  return has('near', 'unsure') ? 'toMeasure' : 'outside'
}

import type { Position } from '#kernel/position'
import { type LineHint, limitOf, lineHint, type SchoolLimits } from '#kernel/school-distance'
import type { SiteCheckRecord, SiteCheckView } from '../../contract.ts'

export interface NearGate extends Position {
  readonly schoolId: string
  readonly school: string
  readonly gate: string
  readonly kind: string
}
export interface NearShop extends Position {
  readonly licenceNo: string
  readonly name: string
}

/** 店门: of the register, or with the error of the telephone that found it. */
export type Door = Position & { readonly accuracyMetres?: number }

/** What stands around a place, as the register has it. */
export interface Around {
  readonly gates: readonly NearGate[]
  readonly shops: readonly NearShop[]
  readonly limits: SchoolLimits
}

/**
 * 门口的定位误差: the telephone's own word, or the error of positions on record. `lineHint` takes one error for both ends; half of the
 * sum twice is the sum.
 */
export const errorOf = (place: { readonly accuracyMetres: number } | null, onRecord: number): number =>
  ((place?.accuracyMetres ?? onRecord) + onRecord) / 2

/** 步行测量 beside its straight line: the walk is the legal value, the line with its error bar only a hint. */
export function distanceLines(
  record: Pick<SiteCheckRecord, 'walks' | 'shops' | 'place'>,
  around: Around,
  onRecord: Door | null,
): SiteCheckView['lines'] {
  const door = record.place ?? onRecord
  const { positionErrorMetres } = around.limits
  const error = errorOf({ accuracyMetres: door?.accuracyMetres ?? positionErrorMetres }, positionErrorMetres)
  const hint = (to: Position | undefined) => (door && to ? shown(lineHint(door, to, error)) : null)
  const walks = record.walks.map(walk => {
    const gate = around.gates.find(one => one.schoolId === walk.schoolId && one.gate === walk.gate)
    return {
      to: `${walk.schoolId}/${walk.gate}`,
      name: gate ? `${gate.school}${gate.gate}` : walk.gate,
      kind: 'gate' as const,
      walk: walk.metres,
      limit: gate ? limitOf(gate.kind, around.limits) : null,
      line: hint(gate),
    }
  })
  const shops = record.shops.map(shop => {
    const near = around.shops.find(one => one.licenceNo === shop.licenceNo)
    const name = near?.name ?? shop.licenceNo
    return { to: shop.licenceNo, name, kind: 'shop' as const, walk: shop.metres, limit: null, line: hint(near) }
  })
  return [...walks, ...shops]
}

const shown = ({ metres, least, most }: LineHint) => ({
  metres: Math.round(metres),
  least: Math.floor(least),
  most: Math.ceil(most),
})

/** A walk shorter than the straight line can be: map or wheel is wrong, and the note must say which. */
export function shortWalk(lines: SiteCheckView['lines'], record: SiteCheckRecord) {
  return lines.find(({ to, walk, line }) => {
    const noted = [
      ...record.walks.map(one => [`${one.schoolId}/${one.gate}`, one.note] as const),
      ...record.shops.map(one => [one.licenceNo, one.note] as const),
    ].find(([name]) => name === to)?.[1]
    return line !== null && walk < line.least && (noted ?? '') === ''
  })
}

import type { ServicePoint } from '#contract/access'
import { openedAt } from '#kernel/opening-hours'
import { distanceMetres, type Position } from '#kernel/position'

/** A service point with the straight line to it, where somebody said from where. */
export interface Point extends ServicePoint {
  readonly metres: number | undefined
}

const rank = { hall: 0, village: 1, kiosk: 2 } as const

/** From near to far; without a place those where people serve first. */
export function sorted(points: readonly ServicePoint[], from: Position | undefined): Point[] {
  const measured = points.map(point => ({ ...point, metres: from && Math.round(distanceMetres(from, point)) }))
  return measured.toSorted((one, other) =>
    one.metres === undefined || other.metres === undefined
      ? rank[one.kind] - rank[other.kind]
      : one.metres - other.metres,
  )
}

/** Whether something can be done there at this moment, as far as anybody told us. */
export const serves = ({ hours, terminal }: ServicePoint, now: number): boolean =>
  hours !== null && openedAt(hours, now) !== undefined && (terminal === null || terminal.standing === 'working')

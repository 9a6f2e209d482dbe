import { ok, type Result, refuse } from '#kernel/refusal'

/** A point as GeoJSON has it: longitude, latitude (WGS-84). */
export type Point = readonly [lng: number, lat: number]

export interface Plan {
  readonly startsAt: string
  readonly endsAt: string
  /** Corners of the area in their order; closed by the first. */
  readonly area: readonly Point[]
  readonly members: readonly { readonly agencyId: string | null; readonly duty: string }[]
  readonly phases: readonly { readonly title: string }[]
}

type NotPlanned = 'actionHours' | 'actionAreaOpen' | 'actionMemberMissing' | 'actionDutyMissing' | 'actionPhaseMissing'

/** Longer than this is a campaign, not an action (设计：十日). */
const longestHours = 240

/** 方案: hours, a closed area, who takes part with which legal duty, and at least one phase (reference §8.9). */
export function checkPlan(plan: Plan): Result<true, NotPlanned> {
  const [from, until] = [Temporal.Instant.from(plan.startsAt), Temporal.Instant.from(plan.endsAt)]
  const latest = from.add({ hours: longestHours })
  if (Temporal.Instant.compare(until, from) <= 0 || Temporal.Instant.compare(until, latest) > 0)
    return refuse('actionHours')
  if (!isArea(plan.area)) return refuse('actionAreaOpen')
  if (!plan.members.some(({ agencyId }) => agencyId !== null)) return refuse('actionMemberMissing')
  if (plan.members.some(({ duty }) => duty.trim() === '')) return refuse('actionDutyMissing')
  return plan.phases.length === 0 ? refuse('actionPhaseMissing') : ok(true)
}

/** At least three corners that do not lie on one line. */
function isArea(corners: readonly Point[]): boolean {
  if (corners.length < 3) return false
  return Math.abs(twiceTheArea(corners)) > 1e-9
}

/** The shoelace formula, in square degrees. */
function twiceTheArea(corners: readonly Point[]): number {
  return corners.reduce((sum, [x, y], n) => {
    const [nextX, nextY] = corners[(n + 1) % corners.length] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0)
}

/** Whether a spot lies inside the area: a ray to the east crosses an odd number of sides. */
export function isInside(area: readonly Point[], [x, y]: Point): boolean {
  return area.reduce((inside, [x1, y1], n) => {
    const [x2, y2] = area[(n + 1) % area.length] ?? [x1, y1]
    const crosses = y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1
    return crosses ? !inside : inside
  }, false)
}

/** 两人原则: whoever wrote the plan as it stands does not approve it. */
export const mayApprove = (
  { writtenBy }: { readonly writtenBy: string },
  by: string,
): Result<true, 'actionOwnApproval'> => (writtenBy === by ? refuse('actionOwnApproval') : ok(true))

import { distanceMetres, type Position } from '#kernel/position'
import { type HolidayCalendar, workingDaysBetween } from '#kernel/working-days'

/** 一件办件 as the figures see it: no field of a person. */
export interface ServiceCase {
  readonly applicationNo: string
  readonly service: string
  readonly channel: string
  readonly townCode: string
  readonly receivedOn: string
  readonly decidedOn: string | null
  readonly decideBy: string | null
  readonly decidedAs: string | null
  readonly assisted: boolean
  readonly corrected: boolean
  /** First touch to submit. */
  readonly applyMinutes: number
  /** Acceptance to decision; undefined: not decided, or in a year whose holidays are not published. */
  readonly approvalDays: number | undefined
  /** Ways to a window in town: to apply, or to fetch the paper. */
  readonly windowVisits: number
  readonly usedMetres: number | undefined
  readonly nearestMetres: number | undefined
  readonly hallMetres: number | undefined
}

/** As the published views tell it. */
export interface ServiceCaseRow {
  readonly applicationNo: string
  readonly service: string
  readonly channel: string
  readonly areaCode: string
  readonly startedAt: string
  readonly capturedAt: string
  readonly receivedOn: string
  readonly acceptedOn: string | null
  readonly decidedOn: string | null
  readonly decideBy: string | null
  readonly decidedAs: string | null
  readonly assisted: boolean
  readonly corrected: boolean
  readonly collected: boolean
  readonly shop: Position | null
  readonly pointCode: string | null
}

export interface ServicePoint extends Position {
  readonly code: string
  readonly kind: string
}

/** Straight lines (great circle): the figures say so. Roads are longer for both sides of a comparison. */
export function serviceCaseOf(
  row: ServiceCaseRow,
  { points, calendar }: { points: readonly ServicePoint[]; calendar: HolidayCalendar },
): ServiceCase {
  const { applicationNo, service, channel, receivedOn, decidedOn, decideBy, decidedAs, assisted, corrected } = row
  const halls = points.filter(({ kind }) => kind === 'hall')
  const used = points.find(({ code }) => code === row.pointCode)
  const metres = (to: readonly ServicePoint[]) => nearest(row.shop, to)
  return {
    applicationNo,
    service,
    channel,
    townCode: row.areaCode.slice(0, 9),
    receivedOn,
    decidedOn,
    decideBy,
    decidedAs,
    assisted,
    corrected,
    applyMinutes: (Date.parse(row.capturedAt) - Date.parse(row.startedAt)) / 60_000,
    approvalDays: daysBetween(row.acceptedOn, decidedOn, calendar),
    windowVisits: (channel === 'window' ? 1 : 0) + (row.collected ? 1 : 0),
    usedMetres: channel === 'window' ? metres(halls) : used && metres([used]),
    nearestMetres: metres(points),
    hallMetres: metres(halls),
  }
}

function nearest(from: Position | null, points: readonly ServicePoint[]): number | undefined {
  const [first] = points
  if (from === null || first === undefined) return undefined
  // In a plane to choose, on the sphere to measure: a year of a prefecture compares tens of millions of pairs.
  const eastward = Math.cos((from.lat * Math.PI) / 180)
  const planar = (to: Position) => ((to.lng - from.lng) * eastward) ** 2 + (to.lat - from.lat) ** 2
  let best: Position = first
  let least = planar(first)
  for (const to of points) {
    const length = planar(to)
    if (length < least) {
      best = to
      least = length
    }
  }
  return distanceMetres(from, best)
}

function daysBetween(from: string | null, to: string | null, calendar: HolidayCalendar): number | undefined {
  if (from === null || to === null) return undefined
  const days = workingDaysBetween(calendar, Temporal.PlainDate.from(from), Temporal.PlainDate.from(to))
  return days.ok ? days.value : undefined
}

import type { PolicySet } from '#platform/policy'

/** The numbers of the figures and of the service circle. */
export interface MetricsPolicy {
  readonly detourFactor: number
  readonly circleKmPerHour: number
  readonly circleMinutes: number
  readonly nearMetres: number
  /** A terminal that was heard within so many hours works. */
  readonly workingHours: number
  /** A terminal that was heard within so many minutes is connected. */
  readonly connectedMinutes: number
  /** 上班时间 as `08:30-17:30`: what lies outside is 错时. */
  readonly officeHours: string
  /** A promise is about to be missed so many working days before its day. */
  readonly soonDays: number
  readonly schoolMetres: number
  readonly kindergartenMetres: number
  readonly positionErrorMetres: number
  readonly bureau: string
}

export const metricsPolicyOf = (set: PolicySet): MetricsPolicy => ({
  detourFactor: set.number('metrics.detourFactor'),
  circleKmPerHour: set.number('metrics.circleKmPerHour'),
  circleMinutes: set.number('metrics.circleMinutes'),
  nearMetres: set.number('metrics.nearMetres'),
  workingHours: set.number('metrics.workingHours'),
  connectedMinutes: set.number('metrics.connectedMinutes'),
  officeHours: set.text('inspection.officeHours'),
  soonDays: set.number('metrics.soonDays'),
  schoolMetres: set.number('place.schoolMetres'),
  kindergartenMetres: set.number('place.kindergartenMetres'),
  positionErrorMetres: set.number('school.positionErrorMetres'),
  bureau: set.text('bureau.name'),
})

/** How far in a straight line a shop may stand from a point to be there in time. */
export const circleMetres = ({ circleKmPerHour, circleMinutes, detourFactor }: MetricsPolicy): number =>
  (circleKmPerHour * 1000 * circleMinutes) / 60 / detourFactor

import type { SchoolLimits } from '#kernel/school-distance'
import type { PolicySet } from '#platform/policy'

/** 校园周边距离 of the bureau's layout rule, and the error of positions on record. @throws PolicyError */
export const schoolLimitsOf = (set: PolicySet): SchoolLimits => ({
  schoolMetres: set.number('place.schoolMetres'),
  kindergartenMetres: set.number('place.kindergartenMetres'),
  positionErrorMetres: set.number('school.positionErrorMetres'),
})

import type { Known } from '../rules/services/question.ts'
import type { LicenceRow } from '../store.ts'
import type { Setting } from './setting.ts'

/** What the questions of a service start from. */
export const knownOf = (
  licence: Pick<LicenceRow, 'validTo' | 'scope' | 'suspendedFrom' | 'suspendedTo'>,
  on: Temporal.PlainDate,
  business: Known['business'],
  { policy }: Setting,
): Known => ({
  today: on.toString(),
  validTo: licence.validTo,
  scope: [...licence.scope],
  suspendedFrom: licence.suspendedFrom,
  suspendedTo: licence.suspendedTo,
  business,
  minimumMonths: policy.checks.suspensionMinimumMonths,
  maximumDays: policy.checks.suspensionMaximumDays,
})

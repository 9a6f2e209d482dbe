import { type LicenceState, liveStates } from './moves.ts'

const running: readonly LicenceState[] = liveStates

/**
 * The state as the calendar makes it (按日期计算的状态): a term that ended yesterday has ended, whether or not a job has
 * written so. With a timely renewal undecided it is `expiredPending` (XK 50), never expired by the bureau's silence.
 */
export function stateOnDay(
  licence: { readonly state: LicenceState; readonly validTo: string; readonly renewalOpen: boolean },
  day: Temporal.PlainDate,
): LicenceState {
  if (!running.includes(licence.state) || licence.validTo >= day.toString()) return licence.state
  return licence.renewalOpen ? 'expiredPending' : 'expired'
}

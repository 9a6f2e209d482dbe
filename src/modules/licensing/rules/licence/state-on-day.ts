import { type LicenceState, liveStates } from './moves.ts'

const running: readonly LicenceState[] = liveStates

/**
 * The state as the calendar makes it (按日期计算的状态): a term that ended yesterday has ended, whether or not a job has
 * written so. With a timely renewal undecided it is `expiredPending` (XK 50), never expired by the bureau's silence.
 */
export function stateOnDay(
  licence: {
    readonly state: LicenceState
    readonly validTo: string
    readonly suspendedFrom: string | null
    readonly suspendedTo: string | null
    readonly renewalOpen: boolean
  },
  day: Temporal.PlainDate,
): LicenceState {
  const today = day.toString()
  if (!running.includes(licence.state)) return licence.state
  if (licence.validTo >= today) return begun(licence, today) ? 'suspended' : licence.state
  return licence.renewalOpen ? 'expiredPending' : 'expired'
}

/** A suspension granted for a later day begins by itself; it never ends by itself: only 恢复营业 ends it. */
const begun = (
  licence: { readonly state: LicenceState; readonly suspendedFrom: string | null; readonly suspendedTo: string | null },
  today: string,
): boolean =>
  licence.state === 'valid' &&
  licence.suspendedFrom !== null &&
  licence.suspendedTo !== null &&
  licence.suspendedFrom <= today &&
  today <= licence.suspendedTo

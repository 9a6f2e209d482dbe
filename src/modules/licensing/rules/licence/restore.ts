import { nextState } from '#kernel/state-table'
import { type LicenceEvent, type LicenceState, licenceMoves } from './moves.ts'

/** How a licence came to its end (终止前的状态), kept by the database beside the state; null where it stands, or was imported as ended. */
export interface EndedLicence {
  readonly state: LicenceState
  readonly endedFrom: LicenceState | null
}

const back: Partial<Readonly<Record<LicenceState, LicenceEvent>>> = {
  suspended: 'restoreSuspended',
  rectifying: 'restoreRectifying',
}

/**
 * 恢复到哪个状态: the one it was taken from. A term that has ended meanwhile has ended: `restore`, and the calendar says 已过期 by the
 * licence’s own validity, which no decision that fell makes longer. Where nobody kept the state before, the only one its end can come from.
 */
export function restoreEvent({ state, endedFrom }: EndedLicence): LicenceEvent {
  const wanted = (endedFrom === null ? undefined : back[endedFrom]) ?? 'restore'
  if (nextState(licenceMoves, state, wanted).ok) return wanted
  return (
    (['restoreRectifying', 'restoreSuspended'] as const).find(one => nextState(licenceMoves, state, one).ok) ?? wanted
  )
}

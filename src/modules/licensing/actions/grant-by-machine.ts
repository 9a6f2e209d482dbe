import type { Moment } from '#kernel/dates'
import { nextState } from '#kernel/state-table'
import { electronicCopy, signFace } from '../elicence/sign-face.ts'
import { type ApplicationState, applicationMoves } from '../rules/application/moves.ts'
import { faceOf } from '../rules/face.ts'
import { type LicenceState, licenceMoves } from '../rules/licence/moves.ts'
import { nextTerm, type Term } from '../rules/renewal/term.ts'
import { type RenewalWindow, renewalWindow } from '../rules/renewal/window.ts'
import type { FileEvent, LicenceRow, RenewedLicence } from '../store.ts'
import type { Setting } from './setting.ts'

/** A grant by the machine, ready to be stored. */
export interface Granted {
  readonly term: Term
  readonly window: RenewalWindow
  readonly opinion: string
  readonly renewed: RenewedLicence
  readonly events: readonly FileEvent[]
}

/** The events of an application that passes at once, walked through the table like those of any other. */
const walk = ['autoAccept', 'autoPropose', 'autoGrant'] as const

/** 自动准予: all rules passed, so the law leaves nothing to weigh (XK 34, paragraph 2: decide on the spot). */
export function grantByMachine(licence: LicenceRow, at: Moment, setting: Setting): Granted {
  const term = nextTerm(Temporal.PlainDate.from(licence.validTo), setting.policy.termYears)
  const window = renewalWindow(term.validTo, at.today, { policy: setting.policy.window, calendar: setting.calendar })
  if (!window.ok) throw new Error(window.refusal)
  return {
    term,
    window: window.value,
    opinion: '各项核对全部通过，当场作出准予延续的决定。',
    renewed: renewedLicence(licence, { term, at, reason: 'renewal' }, setting),
    events: eventsFromSubmitted(),
  }
}

/** The licence with its next term, version and signed face; a suspended one stays suspended. */
export function renewedLicence(
  licence: LicenceRow,
  { term, at, reason }: { term: Term; at: Moment; reason: RenewedLicence['reason'] },
  { policy, keyring }: Setting,
): RenewedLicence {
  const state = nextState(licenceMoves, licence.state, 'renew')
  if (!state.ok) throw new Error(`a licence that is ${licence.state} was about to be renewed`)
  const issue = {
    validFrom: term.validFrom.toString(),
    validTo: term.validTo.toString(),
    version: licence.version + 1,
    issuedOn: at.today.toString(),
  }
  const face = faceOf(licence, issue, policy.bureau)
  return { state: state.value as LicenceState, face, reason, token: signFace(keyring, face, electronicCopy) }
}

function eventsFromSubmitted(): FileEvent[] {
  const events: FileEvent[] = []
  let from: ApplicationState = 'submitted'
  for (const event of walk) {
    const next = nextState(applicationMoves, from, event)
    if (!next.ok) throw new Error(`the table has no ${event} from ${from}`)
    const to = next.value as ApplicationState
    events.push({ event, from, to, by: 'system:rules' })
    from = to
  }
  return events
}

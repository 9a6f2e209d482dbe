import { nextState } from '#kernel/state-table'
import { type ApplicationState, applicationMoves } from '../rules/application/moves.ts'
import { nextTerm } from '../rules/renewal/term.ts'
import { type RenewalWindow, renewalWindow } from '../rules/renewal/window.ts'
import { services } from '../rules/services/table.ts'
import type { FileEvent, GrantedLicence } from '../store.ts'
import type { Filing } from './filing.ts'
import { grantedLicence } from './granted-licence.ts'
import type { Setting } from './setting.ts'

/** A grant by the machine, ready to be stored. */
export interface GrantedByMachine {
  /** Of the licence as it stands afterwards. */
  readonly window: RenewalWindow
  readonly opinion: string
  readonly after: GrantedLicence
  readonly events: readonly FileEvent[]
}

/** The events of an application that passes at once, walked through the table like those of any other. */
const walk = ['autoAccept', 'autoPropose', 'autoGrant'] as const

/** 自动准予: all rules passed, so the law leaves nothing to weigh (XK 34, paragraph 2: decide on the spot). */
export function grantByMachine({ request, answers, licence }: Filing, setting: Setting): GrantedByMachine {
  const { at, body } = request
  const { service } = body
  if (service === 'issue' || !services[service].automatic) throw new Error(`the machine never grants ${service}`)
  const term =
    service === 'renewal' ? nextTerm(Temporal.PlainDate.from(licence.validTo), setting.policy.termYears) : undefined
  const after = grantedLicence({ service, licence, answers, at, ...(term ? { term } : {}) }, setting)
  if (!after.ok) throw new Error(`a licence that is ${licence.state} was about to be granted ${service}`)
  const validTo = Temporal.PlainDate.from(after.value.licence.validTo)
  const window = renewalWindow(validTo, at.today, { policy: setting.policy.window, calendar: setting.calendar })
  if (!window.ok) throw new Error(window.refusal)
  return {
    window: window.value,
    opinion: `各项核对全部通过，当场作出准予${services[service].name.zh}的决定。`,
    after: after.value,
    events: eventsFromSubmitted(),
  }
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

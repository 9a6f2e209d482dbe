import { daysBetween } from '#kernel/dates'
import type { Position } from '#kernel/position'
import type { Result } from '#kernel/refusal'
import { ok } from '#kernel/refusal'
import { type Gate, gateDistance, type Walk } from '#kernel/school-distance'
import type { HolidayCalendar, WorkingDayRefusal } from '#kernel/working-days'
import type { LicenceState } from '../licence/moves.ts'
import { type RenewalWindow, renewalWindow, type WindowPolicy } from '../renewal/window.ts'
import type {
  BusinessFact,
  FaceFact,
  HoldKind,
  HouseholdFacts,
  RequestFacts,
  SchoolFacts,
  ServiceFacts,
} from './facts.ts'

/** What the registers say, as they say it; this file turns it into the facts of the rules. */
export interface Sources {
  readonly licence: {
    readonly state: LicenceState
    readonly validTo: string
    readonly suspendedFrom: string | null
    readonly suspendedTo: string | null
  }
  readonly circumstances: {
    /** Open applications of the licence by service. */
    readonly openApplications: Readonly<Record<string, string>>
    readonly holds: readonly HoldKind[]
    readonly siteCheckedOn: string | null
    readonly automaticStopped: boolean
  }
  /** undefined = the register of retailers does not know this licence. */
  readonly register:
    | {
        readonly schools: SchoolFacts | null
        readonly othersAtAddress: readonly string[]
        readonly othersOfOperator: readonly string[]
        readonly household?: HouseholdFacts
        readonly nearestShop: number | null
      }
    | undefined
  readonly applicant: Identified & { readonly isHolder: boolean; readonly agent?: ServiceFacts['agent'] }
  readonly consent: ServiceFacts['consent']
  readonly business: BusinessFact
  readonly request: RequestFacts
  readonly assistedToday: number | null
  readonly assistedWithPhone?: number | undefined
}

/** How the person was proven. */
export interface Identified {
  readonly method: string
  readonly face?: FaceFact | undefined
  /** 认证等级 of the unified identity. */
  readonly level?: number | undefined
  /** 窗口 without a reader. */
  readonly typed?: boolean | undefined
}

export interface Gathered {
  readonly facts: ServiceFacts
  readonly window: RenewalWindow
}

/** `on`: the day the citizen filed, which may be before today if the terminal was cut off. */
export function gatherFacts(
  sources: Sources,
  on: Temporal.PlainDate,
  setting: { policy: WindowPolicy; calendar: HolidayCalendar },
): Result<Gathered, WorkingDayRefusal> {
  const { licence, circumstances, register } = sources
  const validTo = Temporal.PlainDate.from(licence.validTo)
  const window = renewalWindow(validTo, on, setting)
  if (!window.ok) return window
  const { kind, daysLeft, opensOn, lastTimelyDay } = window.value
  const facts: ServiceFacts = {
    request: sources.request,
    today: on.toString(),
    applicantIsHolder: sources.applicant.isHolder,
    ...(sources.applicant.agent ? { agent: sources.applicant.agent } : {}),
    identity: identityOf(sources.applicant),
    consent: sources.consent,
    business: sources.business,
    licenceState: licence.state,
    window: {
      kind,
      daysLeft,
      opensOn: opensOn.toString(),
      lastTimelyDay: lastTimelyDay.toString(),
      validTo: licence.validTo,
    },
    suspension: suspensionOf(licence, on),
    schools: register?.schools ?? null,
    nearestShop: register?.nearestShop ?? null,
    sameAddressLicences: register?.othersAtAddress.length ?? null,
    sameOperatorLicences: register?.othersOfOperator.length ?? null,
    ...(register?.household ? { household: register.household } : {}),
    holds: circumstances.holds,
    siteCheckAgeDays:
      circumstances.siteCheckedOn === null
        ? null
        : daysBetween(Temporal.PlainDate.from(circumstances.siteCheckedOn), on),
    openApplicationNo: circumstances.openApplications[sources.request.service] ?? null,
    assistedToday: sources.assistedToday,
    ...(sources.assistedWithPhone === undefined ? {} : { assistedWithPhone: sources.assistedWithPhone }),
    automaticStopped: circumstances.automaticStopped,
  }
  return ok({ facts, window: window.value })
}

const withCard: readonly string[] = ['card', 'face', 'cardCode', 'counter']

/**
 * Access opens a card session only for a card in its term with a right number, of an adult; and a session of the unified identity
 * only for an adult, by the number the provider gave.
 */
export function identityOf({ method, face, level, typed }: Identified): ServiceFacts['identity'] {
  // Face and code come on top of the card that opened the session; at the window an officer holds it.
  const known = withCard.includes(method) ? true : null
  const adult = method === 'oidc' ? true : known
  return {
    method,
    documentValid: known,
    adult,
    ...(level === undefined ? {} : { level }),
    ...(face ? { face } : {}),
    ...(typed ? { typed: true as const } : {}),
  }
}

function suspensionOf(
  { state, suspendedFrom, suspendedTo }: Sources['licence'],
  on: Temporal.PlainDate,
): ServiceFacts['suspension'] {
  if (suspendedFrom === null) return state === 'suspended' ? 'unknown' : 'none'
  const end = suspendedTo === null ? on : Temporal.PlainDate.from(suspendedTo)
  return { days: Math.max(0, daysBetween(Temporal.PlainDate.from(suspendedFrom), end)) }
}

/** What the register and the signed walks say around one door. Any error of the positions makes lines shorter, never longer. */
export function schoolFactsOf(
  door: Position | null,
  seen: {
    readonly gatesOnRecord: boolean
    readonly gates: readonly (Gate & { readonly walks: readonly Walk[] })[]
  },
  positionErrorMetres: number,
): SchoolFacts | null {
  if (!seen.gatesOnRecord) return null
  // Limits are policy and no fact: the distance alone is kept, so that another policy can be tried on the same run.
  const limits = { schoolMetres: 0, kindergartenMetres: 0, positionErrorMetres }
  const gates = seen.gates.map(gate => {
    const { line, walk } = gateDistance(door, gate, gate.walks, limits)
    const kind = gate.kind === 'kindergarten' ? ('kindergarten' as const) : ('school' as const)
    return { kind, least: line && Math.floor(line.least), walk }
  })
  return { doorKnown: door !== null, gates }
}

import type { LicenceCard } from '../../contract.ts'
import { checkDuplicate } from '../checks/check-filing.ts'
import { checkState, checkWindow } from '../checks/check-licence.ts'
import type { ServiceFacts } from '../checks/facts.ts'
import type { RenewalWindow } from '../renewal/window.ts'
import { type ServiceCode, serviceCodes } from '../services/service.ts'
import { isLive, type LicenceState, licenceStateFacts, publicLicenceState } from './moves.ts'

/** The parts of a licence that its card shows. */
export interface CardSource {
  readonly licenceNo: string
  readonly shopName: string
  readonly operatorName: string
  readonly address: string
  readonly scope: readonly string[]
  readonly validFrom: string
  readonly validTo: string
  readonly state: LicenceState
  readonly version: number
  readonly suspendedFrom: string | null
  readonly suspendedTo: string | null
  readonly openApplications: Readonly<Record<string, string>>
}

/** 许可证卡片: facts to confirm, and which service can be done now with the reason where it cannot. */
export function licenceCard(licence: CardSource, window: RenewalWindow, today: string): LicenceCard {
  const { zh, en } = licenceStateFacts[licence.state]
  return {
    licenceNo: licence.licenceNo,
    shopName: licence.shopName,
    operatorName: licence.operatorName,
    address: licence.address,
    scope: [...licence.scope],
    validFrom: licence.validFrom,
    validTo: licence.validTo,
    state: publicLicenceState(licence.state),
    stateLabel: zh,
    stateLabelEn: en,
    daysLeft: window.daysLeft,
    version: licence.version,
    suspension: suspensionOf(licence, today),
    openApplicationNo: Object.values(licence.openApplications)[0] ?? null,
    services: [...onLicence.map(code => availabilityOf(code, licence, window)), printService(licence.state)],
  }
}

const onLicence = serviceCodes.filter(code => code !== 'issue')

type Service = LicenceCard['services'][number]

/** The rules that stop whatever is answered, asked one by one: what they would say at the end is said at the beginning. */
function availabilityOf(code: ServiceCode, licence: CardSource, window: RenewalWindow): Service {
  const facts = {
    request: { service: code },
    licenceState: licence.state,
    openApplicationNo: licence.openApplications[code] ?? null,
    window: {
      kind: window.kind,
      daysLeft: window.daysLeft,
      opensOn: window.opensOn.toString(),
      lastTimelyDay: window.lastTimelyDay.toString(),
      validTo: licence.validTo,
    },
  } as ServiceFacts
  const first = [checkState(facts), checkDuplicate(facts), ...(code === 'renewal' ? [checkWindow(facts)] : [])]
  const stop = first.find(f => f.outcome === 'stop')
  return {
    service: code,
    available: stop === undefined,
    why: stop?.reason ?? null,
    whyEn: stop?.reasonEn ?? null,
    basis: stop?.basis ?? [],
  }
}

function printService(state: LicenceState): Service {
  const { zh, en, basis } = licenceStateFacts[state]
  const available = isLive(state)
  return {
    service: 'print',
    available,
    why: available ? null : `许可证现在的状态是“${zh}”，不能打印许可证。`,
    whyEn: available ? null : `The licence is now “${en}” and cannot be printed.`,
    basis: available ? [] : basis.map(citation => ({ ...citation })),
  }
}

/** A suspension that runs or is still to come; what has ended is history. */
function suspensionOf({ suspendedFrom, suspendedTo }: CardSource, today: string): LicenceCard['suspension'] {
  if (suspendedFrom === null || suspendedTo === null || suspendedTo < today) return null
  return { from: suspendedFrom, to: suspendedTo }
}

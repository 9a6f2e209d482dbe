import type { LicenceCard } from '../../contract.ts'
import { checkDuplicate } from '../renewal/check-filing.ts'
import { checkState, checkWindow } from '../renewal/check-licence.ts'
import type { RenewalFacts } from '../renewal/facts.ts'
import type { RenewalWindow } from '../renewal/window.ts'
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
  readonly openApplicationNo: string | null
}

/** 许可证卡片: facts to confirm, and which service can be done now with the reason where it cannot. */
export function licenceCard(licence: CardSource, window: RenewalWindow): LicenceCard {
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
    openApplicationNo: licence.openApplicationNo,
    services: [renewalService(licence, window), printService(licence.state)],
  }
}

type Service = LicenceCard['services'][number]

/** The rules that stop, asked one by one: what they would say at the end is said at the beginning. */
function renewalService(licence: CardSource, window: RenewalWindow): Service {
  const facts = {
    licenceState: licence.state,
    openApplicationNo: licence.openApplicationNo,
    window: {
      kind: window.kind,
      daysLeft: window.daysLeft,
      opensOn: window.opensOn.toString(),
      lastTimelyDay: window.lastTimelyDay.toString(),
      validTo: licence.validTo,
    },
  } as RenewalFacts
  const stop = [checkState(facts), checkDuplicate(facts), checkWindow(facts)].find(f => f.outcome === 'stop')
  return {
    service: 'renewal',
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

import type { Moment } from '#kernel/dates'
import { maskName } from '#kernel/masking'
import type { Verification } from '../contract.ts'
import type { CurrentLicence } from '../queries/print-licence.ts'
import { licenceStateFacts } from '../rules/licence/moves.ts'
import { stateOnDay } from '../rules/licence/state-on-day.ts'

/** What stood on the paper that is being verified. */
export interface VerifiedCopy {
  readonly version: number
  /** `null`: none asked for, or no such copy of that version was ever given out. */
  readonly copyNo: number | null
}

/**
 * 公开核验: what anyone may know of a licence at this moment, by the bureau's register and clock. The operator is masked
 * (GX 6: no more than the purpose needs). `valid` says whether the shop may sell today, not whether the paper is the newest:
 * that is `version` against `currentVersion`.
 */
export function verificationOf(licence: CurrentLicence, copy: VerifiedCopy, at: Moment): Verification {
  const state = stateOnDay(licence, at.today)
  const { zh, en } = licenceStateFacts[state]
  return {
    licenceNo: licence.licenceNo,
    state,
    stateLabel: zh,
    stateLabelEn: en,
    valid: state === 'valid',
    shopName: licence.shopName,
    operatorNameMasked: maskName(licence.operatorName),
    address: licence.address,
    validFrom: licence.validFrom,
    validTo: licence.validTo,
    version: copy.version,
    currentVersion: licence.version,
    copyNo: copy.copyNo,
    asOf: at.instant.toString({ smallestUnit: 'second' }),
  }
}

import { type Fact, factOf } from '#platform/announce'
import * as events from '../events.ts'
import { publicLicenceState } from '../rules/licence/moves.ts'
import type { ServiceCode } from '../rules/services/service.ts'
import type { GrantedLicence } from '../store.ts'

interface Grant {
  readonly service: ServiceCode
  readonly after: GrantedLicence
}

/** What a grant changed on the licence, for the house: the register keeps a copy, others act on it. */
export function grantFacts({ service, after }: Grant): readonly Fact[] {
  const { licence, newVersion, licenceNo, version } = after
  const state = factOf(service === 'renewal' ? events.licenceRenewed : events.licenceStateChanged, {
    licenceNo,
    state: publicLicenceState(licence.state),
    validFrom: licence.validFrom,
    validTo: licence.validTo,
    version: newVersion?.face.version ?? version,
  })
  if (service !== 'change') return [state]
  const face = factOf(events.licenceFaceChanged, {
    licenceNo,
    shopName: licence.shopName,
    operatorName: licence.operatorName,
    operatorIndex: licence.operatorIndex,
    address: licence.address,
    scope: [...licence.scope],
  })
  return [state, face]
}

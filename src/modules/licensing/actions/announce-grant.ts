import { announce } from '#platform/announce'
import type { Tx } from '#platform/database'
import * as events from '../events.ts'
import { publicLicenceState } from '../rules/licence/moves.ts'
import type { ServiceCode } from '../rules/services/service.ts'
import type { GrantedLicence } from '../store.ts'

interface Grant {
  readonly applicationNo: string
  readonly service: ServiceCode
  readonly areaCode: string
  readonly after: GrantedLicence
}

/** Tells the house what a grant changed on the licence: the register keeps a copy, others act on it. */
export async function announceGrant(tx: Tx, { service, after }: Grant): Promise<void> {
  const { licence, newVersion, licenceNo, version } = after
  const fact = {
    licenceNo,
    state: publicLicenceState(licence.state),
    validFrom: licence.validFrom,
    validTo: licence.validTo,
    version: newVersion?.face.version ?? version,
  }
  await announce(tx, service === 'renewal' ? events.licenceRenewed : events.licenceStateChanged, fact)
  if (service === 'change')
    await announce(tx, events.licenceFaceChanged, {
      licenceNo,
      shopName: licence.shopName,
      operatorName: licence.operatorName,
      operatorIndex: licence.operatorIndex,
      address: licence.address,
      scope: [...licence.scope],
    })
}

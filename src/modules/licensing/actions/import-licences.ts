import type { Moment } from '#kernel/dates'
import type { RetailerCsvRow } from '#modules/registry'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { licensingPolicy } from '../policy.ts'
import { faceOf } from '../rules/face.ts'
import { isLive } from '../rules/licence/moves.ts'
import type { Bureau } from '../rules/policy.ts'
import { importRows } from '../store.ts'
import { signStatusListSoon } from './status-list-job.ts'

/**
 * The licence columns of `retailers.csv` (许可证导入), in the transaction of the register's own import. A licence that is there is left
 * alone. Returns how many are new.
 */
export async function importLicences(
  tx: Tx,
  rows: readonly RetailerCsvRow[],
  { keyring, at }: { keyring: Keyring; at: Moment },
): Promise<number> {
  const { bureau } = licensingPolicy(at.today)
  await signStatusListSoon(tx)
  return importRows(
    tx,
    rows.map(row => licenceOf(row, keyring, bureau)),
    at.instant.toString(),
  )
}

function licenceOf(row: RetailerCsvRow, keyring: Keyring, bureau: Bureau) {
  const {
    licenceNo,
    areaCode,
    shopName,
    operatorName,
    address,
    subjectKind,
    scope,
    licensedOn,
    validFrom,
    validTo,
    status: state,
  } = row
  const licence = {
    licenceNo,
    areaCode,
    shopName,
    operatorName,
    address,
    subjectKind,
    scope,
    licensedOn,
    validFrom,
    validTo,
    state,
  }
  const issue = { validFrom, validTo, version: 1, issuedOn: validFrom }
  return {
    ...licence,
    operatorIndex: keyring.blindIndex('person', row.operatorIdNo),
    face: isLive(state) ? faceOf(licence, issue, bureau) : null,
  }
}

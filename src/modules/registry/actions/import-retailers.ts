import { maskCitizenId, maskPhone } from '#kernel/masking'
import type { ParsedCsv } from '#platform/csv'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { areaKnown, type ImportReport, reportOf, sift } from '../imports/report.ts'
import type { RetailerCsvRow } from '../imports/retailer-csv.ts'
import { addressKey } from '../rules/address-key.ts'
import * as store from '../store.ts'

type AreaNames = ReadonlyMap<string, string>

/**
 * Takes in `retailers.csv`: shops, premises and persons. The licence columns become the register's first copy; the
 * licence itself is imported by licensing from the same rows in the same transaction (`report.rows`).
 */
export async function importRetailers(
  tx: Tx,
  parsed: ParsedCsv<RetailerCsvRow>,
  keyring: Keyring,
): Promise<ImportReport<RetailerCsvRow>> {
  const codes = parsed.rows.flatMap(({ row }) => [row.areaCode, row.areaCode.slice(0, 9)])
  const names = await store.findAreaNames(tx, codes)
  const checked = sift(parsed, areaKnown(names))
  const sealed = checked.rows.map(({ row }) => sealRetailer(row, names, keyring))
  return reportOf(checked, await store.saveRetailers(tx, sealed))
}

function sealRetailer(source: RetailerCsvRow, names: AreaNames, keyring: Keyring): store.SealedRetailer {
  const { operatorIdNo, phone, position, status, ...row } = source
  const townCode = row.areaCode.slice(0, 9)
  const sealedPhone = phone === null ? null : sealPhone(phone, keyring)
  return {
    ...row,
    operatorIndex: keyring.blindIndex('person', operatorIdNo),
    operatorIdSealed: keyring.sealField(operatorIdNo),
    operatorIdMasked: maskCitizenId(operatorIdNo),
    phoneIndex: sealedPhone?.index ?? null,
    phoneSealed: sealedPhone?.sealed ?? null,
    phoneMasked: sealedPhone?.masked ?? null,
    licenceState: status,
    // Keyed: a plain digest of a row with one unknown number in it could be searched.
    importedDigest: keyring.blindIndex('retailerRow', JSON.stringify(source)),
    addressKey: addressKey(row.address, { townCode, townName: names.get(townCode) ?? '' }),
    lng: position?.lng ?? null,
    lat: position?.lat ?? null,
  }
}

/** A phone as the register keeps it: sealed, found by its index, shown by its mask. */
export const sealPhone = (phone: string, keyring: Keyring) => ({
  index: keyring.blindIndex('phone', phone),
  sealed: keyring.sealField(phone),
  masked: maskPhone(phone),
})

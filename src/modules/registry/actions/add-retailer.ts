import { maskCitizenId } from '#kernel/masking'
import type { Position } from '#kernel/position'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { addressKey } from '../rules/address-key.ts'
import * as store from '../store.ts'

/** A shop that has just got its licence (新办): what the application brought. */
export interface NewRetailer {
  readonly licenceNo: string
  readonly shopName: string
  readonly operatorName: string
  readonly operatorIdNo: string
  readonly creditCode: string
  readonly address: string
  readonly areaCode: string
  readonly businessFormat: string
  readonly subjectKind: string
  readonly scope: readonly string[]
  readonly validFrom: string
  readonly validTo: string
  /** As two verifiers found it, or as the applicant's telephone did; null = nobody was there with one. */
  readonly position: Position | null
}

/** Enters a new retailer with its premises; the person is sealed. With a position it stands on the map, and counts for whoever applies next door. */
export async function addRetailer(
  tx: Tx,
  shop: NewRetailer,
  keyring: Pick<Keyring, 'blindIndex' | 'sealField'>,
): Promise<void> {
  const townCode = shop.areaCode.slice(0, 9)
  const names = await store.findAreaNames(tx, [townCode])
  const townName = names.get(townCode) ?? ''
  const { operatorIdNo, position, ...known } = shop
  const sealed: store.SealedRetailer = {
    ...known,
    operatorIndex: keyring.blindIndex('person', operatorIdNo),
    operatorIdSealed: keyring.sealField(operatorIdNo),
    operatorIdMasked: maskCitizenId(operatorIdNo),
    phoneIndex: null,
    phoneSealed: null,
    phoneMasked: null,
    marketType: /街道$/u.test(townName) ? 'urban' : 'rural',
    grade: null,
    licensedOn: shop.validFrom,
    licenceState: 'valid',
    bankAccountHash: null,
    orderDeviceHash: null,
    importedDigest: keyring.blindIndex('retailerRow', JSON.stringify(shop)),
    addressKey: addressKey(shop.address, { townCode, townName }),
    lng: position?.lng ?? null,
    lat: position?.lat ?? null,
  }
  await store.saveRetailers(tx, [sealed])
}

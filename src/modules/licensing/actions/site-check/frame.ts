import type { Position } from '#kernel/position'
import { findRetailer } from '#modules/registry'
import { sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import type { SiteCheckRecord } from '../../contract.ts'
import type { ApplicationRecord } from '../../store.ts'

/** What both verifiers sign: the file, who wrote it, and every word of it. */
export const digestOfRecord = (applicationNo: string, by: string, record: SiteCheckRecord): string =>
  sm3(Buffer.from(JSON.stringify({ applicationNo, by, record }))).toString('hex')

export const openRecord = (sealed: string, keyring: Pick<Keyring, 'openField'>): SiteCheckRecord =>
  JSON.parse(keyring.openField(sealed)) as SiteCheckRecord

/** The door as the register has it; a new shop has none yet. */
export async function doorOnRecord(tx: Tx, file: Pick<ApplicationRecord, 'licenceNo'>): Promise<Position | null> {
  return file.licenceNo === null ? null : ((await findRetailer(tx, file.licenceNo))?.position ?? null)
}

export const townOf = (file: Pick<ApplicationRecord, 'areaCode'>): string => file.areaCode.slice(0, 9)

import { findRetailer } from '#modules/registry'
import { sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import type { SiteCheckRecord } from '../../contract.ts'
import { listSiteChecks } from '../../queries/site-checks.ts'
import { parsePlaceText } from '../../rules/services/place-text.ts'
import type { Door } from '../../rules/site-check/distances.ts'
import type { ApplicationRecord } from '../../store.ts'
import { answersOf } from '../answers-of.ts'

/** What both verifiers sign: the file, who wrote it, and every word of it. */
export const digestOfRecord = (applicationNo: string, by: string, record: SiteCheckRecord): string =>
  sm3(Buffer.from(JSON.stringify({ applicationNo, by, record }))).toString('hex')

export const openRecord = (sealed: string, keyring: Pick<Keyring, 'openField'>): SiteCheckRecord =>
  JSON.parse(keyring.openField(sealed)) as SiteCheckRecord

/**
 * The door as the register has it. A new shop has none yet: two verifiers saw it, or else its applicant's telephone stood there,
 * with its own error.
 */
export async function doorOnRecord(
  tx: Tx,
  file: Pick<ApplicationRecord, 'applicationNo' | 'licenceNo' | 'answersSealed'>,
  keyring: Pick<Keyring, 'openField'>,
): Promise<Door | null> {
  if (file.licenceNo !== null) return (await findRetailer(tx, file.licenceNo))?.position ?? null
  const signed = (await listSiteChecks(tx, [file.applicationNo])).findLast(({ state }) => state === 'signed')
  const seen = signed && openRecord(signed.recordSealed, keyring).place
  if (seen) return seen
  const said = parsePlaceText(answersOf(file, keyring)['position'] ?? '')
  return said ? { ...said.position, accuracyMetres: said.accuracyMetres } : null
}

export const townOf = (file: Pick<ApplicationRecord, 'areaCode'>): string => file.areaCode.slice(0, 9)

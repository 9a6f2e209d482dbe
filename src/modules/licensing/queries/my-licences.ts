import type { Tx } from '#platform/database'
import type { Setting } from '../actions/setting.ts'
import type { LicenceCard } from '../contract.ts'
import { licenceCard } from '../rules/licence/card.ts'
import { renewalWindow } from '../rules/renewal/window.ts'
import { findLicence, type LicenceWithCircumstances, listLicencesOfPerson } from './licences.ts'

function cardOf(
  licence: LicenceWithCircumstances,
  today: Temporal.PlainDate,
  { policy, calendar }: Setting,
): LicenceCard[] {
  const validTo = Temporal.PlainDate.from(licence.validTo)
  const counted = renewalWindow(validTo, today, { policy: policy.window, calendar })
  // A licence is shown even where its window cannot be counted in working days yet; calendar days stand in on the card.
  const window = counted.ok
    ? counted
    : renewalWindow(validTo, today, { policy: { ...policy.window, leadKind: 'calendar' }, calendar })
  return window.ok ? [licenceCard(licence, window.value, today.toString())] : []
}

/** 我的许可证 */
export const readMyLicences = async (
  tx: Tx,
  personIndex: string,
  today: Temporal.PlainDate,
  setting: Setting,
): Promise<LicenceCard[]> =>
  (await listLicencesOfPerson(tx, personIndex)).flatMap(licence => cardOf(licence, today, setting))

/** The card of one licence as the reader may see it. */
export async function readCard(
  tx: Tx,
  licenceNo: string,
  today: Temporal.PlainDate,
  setting: Setting,
): Promise<LicenceCard | undefined> {
  const licence = await findLicence(tx, licenceNo)
  return licence ? cardOf(licence, today, setting)[0] : undefined
}

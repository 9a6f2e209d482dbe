import type { Moment } from '#kernel/dates'
import { chinaCalendar } from '#platform/calendar'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { casePolicy } from '../policy.ts'
import { listInterested, listOfficers, readAround } from '../queries/around.ts'
import type { CaseFile } from '../rules/procedure/case-file.ts'
import type { Setting } from '../rules/procedure/step-rule.ts'

/** All a rule may know besides the file: the day's policy, the calendar, the staff, and what lies beside the file. */
export async function settingOf(
  tx: Tx,
  file: CaseFile,
  at: Moment,
  keys: Pick<Keyring, 'blindIndex'>,
): Promise<Setting> {
  const standing = await listInterested(tx, file, { on: at.today.toString(), keys })
  return {
    policy: casePolicy(at.today),
    calendar: chinaCalendar,
    officers: (await listOfficers(tx)).map(officer => ({ ...officer, interested: standing.has(officer.id) })),
    around: await readAround(tx, file, at),
  }
}

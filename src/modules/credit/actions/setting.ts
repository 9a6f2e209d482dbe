import type { HolidayCalendar } from '#kernel/working-days'
import { chinaCalendar } from '#platform/calendar'
import type { Keyring } from '#platform/keyring'
import { creditPolicy } from '../policy.ts'
import type { CreditPolicy } from '../rules/policy.ts'

export interface Setting {
  readonly policy: CreditPolicy
  readonly calendar: HolidayCalendar
  /** Signs and seals papers. */
  readonly keyring: Keyring
}

/** The setting of a day in the running house. */
export const settingOn = (day: Temporal.PlainDate, keyring: Keyring): Setting => ({
  policy: creditPolicy(day),
  calendar: chinaCalendar,
  keyring,
})

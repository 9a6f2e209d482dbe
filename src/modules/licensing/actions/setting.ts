import type { HolidayCalendar } from '#kernel/working-days'
import type { Keyring } from '#platform/keyring'
import type { LicensingPolicy } from '../rules/policy.ts'

/** What every action of licensing decides with besides its own facts; tests pass their own. */
export interface Setting {
  readonly policy: LicensingPolicy
  readonly calendar: HolidayCalendar
  readonly keyring: Keyring
}

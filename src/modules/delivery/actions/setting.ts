import type { HolidayCalendar } from '#kernel/working-days'
import { chinaCalendar } from '#platform/calendar'
import type { Keyring } from '#platform/keyring'
import type { Services } from '#platform/module'
import { deliveryPolicy } from '../policy.ts'
import type { DeliveryPolicy } from '../rules/policy.ts'

/** What every action of delivery decides with besides its own facts; tests pass their own. */
export interface Setting {
  readonly policy: DeliveryPolicy
  readonly calendar: HolidayCalendar
  readonly keyring: Keyring
}

/** The setting of a day in the running house. */
export const settingOf = (services: Pick<Services, 'keyring'>, day: Temporal.PlainDate): Setting => ({
  policy: deliveryPolicy(day),
  calendar: chinaCalendar,
  keyring: services.keyring,
})

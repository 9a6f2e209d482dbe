import type { HolidayCalendar } from '#kernel/working-days'
import { chinaCalendar } from '#platform/calendar'
import type { Keyring } from '#platform/keyring'
import { intelligencePolicy } from '../policy.ts'
import type { IntelligencePolicy } from '../rules/policy.ts'

export interface Setting {
  readonly policy: IntelligencePolicy
  readonly calendar: HolidayCalendar
  readonly keyring: Keyring
}

/** The setting of a day in the running house. */
export const settingOn = (day: Temporal.PlainDate, keyring: Keyring): Setting => ({
  policy: intelligencePolicy(day),
  calendar: chinaCalendar,
  keyring,
})

/** 恩平: whose intake this is; a report without a place belongs to the whole county. */
export const county = '440785'

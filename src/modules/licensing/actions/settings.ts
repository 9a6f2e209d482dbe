import { chinaCalendar } from '#platform/calendar'
import type { Services } from '#platform/module'
import { licensingPolicy } from '../policy.ts'
import type { Setting } from './setting.ts'

/** The setting of a day in the running house. */
export const settingOf = (services: Pick<Services, 'keyring'>, day: Temporal.PlainDate): Setting => ({
  policy: licensingPolicy(day),
  calendar: chinaCalendar,
  keyring: services.keyring,
})

/** The same without keys, for moves that sign and seal nothing. */
export const licensingSetting = (day: Temporal.PlainDate): Pick<Setting, 'policy' | 'calendar'> => ({
  policy: licensingPolicy(day),
  calendar: chinaCalendar,
})

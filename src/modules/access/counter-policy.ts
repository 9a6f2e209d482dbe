import { housePolicy } from '#platform/policy'

/** Numbers of window and helpers (policy/counter.json). */
export const counterPolicy = housePolicy(set => ({
  counterMinutes: set.number('counter.minutes'),
  presenceMinutes: set.number('helper.presenceMinutes'),
  presenceTries: set.number('helper.presenceTries'),
}))

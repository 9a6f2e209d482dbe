import type { ItemFacts } from '../rules/item/guards.ts'
import type { ItemRecord } from '../store/items.ts'

/** What the guards of an item decide with. Electronic service was consented to when it was chosen in the application. */
export const factsOf = (item: ItemRecord): ItemFacts => ({
  state: item.state,
  attempts: item.attempts,
  address: item.address,
  hasPosition: item.lng !== null,
  result: item.result,
  electronicConsent: item.mode === 'electronic',
})

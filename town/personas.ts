import { atTheCounter } from './personas/at-the-counter.ts'
import { byState } from './personas/by-state.ts'
import { forAPerson } from './personas/for-a-person.ts'
import type { Persona } from './personas/persona.ts'
import { renewable } from './personas/renewable.ts'
import { withoutLicence } from './personas/without-licence.ts'

export type { Hold, Persona, PersonaBusiness, PersonaShop } from './personas/persona.ts'

/** 演示人物, in the order in which the drawer of the dock shows their cards. */
export const personas: readonly Persona[] = [
  ...renewable,
  ...byState,
  ...forAPerson,
  ...atTheCounter,
  ...withoutLicence,
]

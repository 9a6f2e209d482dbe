import { arriving } from './screens/arriving.ts'
import { asking } from './screens/asking.ts'
import { drafting } from './screens/drafting.ts'
import { laws } from './screens/laws.ts'
import { leaving } from './screens/leaving.ts'
import { looking } from './screens/looking.ts'
import { outcomes } from './screens/outcomes.ts'
import { proving } from './screens/proving.ts'
import { reporting } from './screens/reporting.ts'
import { services } from './screens/services.ts'
import type { ScreenCase } from './screens/walk.ts'

export { open, type ScreenCase, sign, toResult } from './screens/walk.ts'

/** Every screen of the terminal, named. */
export const screens: readonly ScreenCase[] = [
  ...arriving,
  ...asking,
  ...services,
  ...proving,
  ...drafting,
  ...reporting,
  ...laws,
  ...looking,
  ...outcomes,
  ...leaving,
]

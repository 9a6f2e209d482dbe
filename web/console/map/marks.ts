import type { Features } from './features.ts'
import type { StateLook } from './state-looks.ts'

/** Other things than shops on the same map: their marks by state, and the state in which nobody needs to look; null where every mark asks for one. */
export interface Marks {
  readonly features: Features
  readonly looks: Readonly<Record<string, StateLook>>
  readonly well: string | null
}

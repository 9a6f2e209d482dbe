import type { LicenceState } from './filters.ts'

/** How a licence state looks: colour role of tokens.css and a shape of its own, on the map, in lists and in the legend. */
export interface StateLook {
  readonly colour: 'green' | 'amber' | 'red' | 'blue' | 'ink-quiet'
  readonly shape: 'circle' | 'square' | 'diamond' | 'triangle' | 'down' | 'cross'
  readonly sign: string
}

export const stateLooks: Readonly<Record<LicenceState, StateLook>> = {
  valid: { colour: 'green', shape: 'circle', sign: '●' },
  suspended: { colour: 'amber', shape: 'square', sign: '■' },
  rectifying: { colour: 'amber', shape: 'diamond', sign: '◆' },
  expiredPending: { colour: 'amber', shape: 'triangle', sign: '▲' },
  expired: { colour: 'red', shape: 'down', sign: '▼' },
  cancelled: { colour: 'ink-quiet', shape: 'cross', sign: '✕' },
}

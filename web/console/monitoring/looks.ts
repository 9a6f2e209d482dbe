import type { StateLook } from '../map/state-looks.ts'
import type { AlertKind } from './filters.ts'

/** Shape and colour of each kind of subject, on the map and in its legend; a shape stands for one kind of thing. */
export const alertLooks: Readonly<Record<AlertKind, StateLook>> = {
  retailer: { colour: 'amber', shape: 'circle', sign: '●' },
  waybill: { colour: 'amber', shape: 'square', sign: '■' },
  vehicle: { colour: 'amber', shape: 'diamond', sign: '◆' },
  vessel: { colour: 'amber', shape: 'triangle', sign: '▲' },
  place: { colour: 'blue', shape: 'down', sign: '▼' },
  device: { colour: 'ink-quiet', shape: 'cross', sign: '✕' },
  deliveryPoint: { colour: 'ink-quiet', shape: 'cross', sign: '✕' },
  account: { colour: 'ink-quiet', shape: 'cross', sign: '✕' },
}

/** In the legend one line for what shares a look. */
export const legendKinds = [
  'retailer',
  'waybill',
  'vehicle',
  'vessel',
  'place',
  'device',
] as const satisfies readonly AlertKind[]

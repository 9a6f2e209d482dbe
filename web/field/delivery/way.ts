import { distanceMetres, type Position } from '#kernel/position'

export { mapLink } from '../device/map-link.ts'

const winds = ['north', 'northEast', 'east', 'southEast', 'south', 'southWest', 'west', 'northWest'] as const
export type Wind = (typeof winds)[number]

/** How far and which way, in words: works without a map and without network. */
export function wayTo(from: Position, to: Position): { kilometres: string; wind: Wind } {
  const east = (to.lng - from.lng) * Math.cos((from.lat * Math.PI) / 180)
  const angle = (Math.atan2(east, to.lat - from.lat) * 180) / Math.PI
  const wind = winds[Math.round(((angle + 360) % 360) / 45) % 8] ?? 'north'
  return { kilometres: (distanceMetres(from, to) / 1000).toFixed(1), wind }
}

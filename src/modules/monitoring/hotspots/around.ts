import { cellToLatLng, gridDisk } from 'h3-js'
import { distanceMetres } from '#kernel/position'
import type { HotspotPolicy } from './policy.ts'

const rings = new Map<string, readonly { cell: string; share: number }[]>()

/** Shares of one event in the cells around it; together 1. */
export function around(centre: string, { spreadKm }: HotspotPolicy): readonly { cell: string; share: number }[] {
  const key = `${centre} ${spreadKm}`
  const known = rings.get(key)
  if (known !== undefined) return known
  const from = place(centre)
  const bell = gridDisk(centre, 2).map(cell => ({
    cell,
    share: Math.exp(-0.5 * (distanceMetres(from, place(cell)) / 1000 / spreadKm) ** 2),
  }))
  const sum = bell.reduce((all, { share }) => all + share, 0)
  const made = bell.map(({ cell, share }) => ({ cell, share: share / sum }))
  rings.set(key, made)
  return made
}

const place = (cell: string) => {
  const [lat, lng] = cellToLatLng(cell)
  return { lng, lat }
}

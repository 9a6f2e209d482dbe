import type { Position } from '#kernel/position'
import { clip, convexHull, type Point } from './polygon.ts'

export interface Centre extends Position {
  readonly code: string
  readonly name: string
}

export interface Cell extends Centre {
  /** Closed ring of [lng, lat], counter-clockwise, as GeoJSON wants it. */
  readonly ring: readonly (readonly [number, number])[]
}

/** How far the outline stands off the outermost centres, in degrees of latitude (about 9 km). */
const margin = 0.08

/**
 * 示意范围: every place of a rough outline belongs to the nearest centre (Voronoi cells). No survey and no boundary;
 * a map with coloured cells tells towns apart where no licensed map data may be shipped. Centres on one spot share no
 * cell: the later ones have none.
 */
export function mapCells(centres: readonly Centre[]): readonly Cell[] {
  const apart = centres.filter((centre, at) => !centres.slice(0, at).some(other => samePlace(centre, other)))
  if (apart.length === 0) return []
  const stretch = Math.cos((mean(apart.map(centre => centre.lat)) * Math.PI) / 180)
  const flat = apart.map(centre => ({ centre, x: centre.lng * stretch, y: centre.lat }))
  const outline = outlineOf(flat)
  return flat.map(own => {
    const others = flat.filter(other => other !== own)
    const cell = others.reduce((ring, other) => clip(ring, nearerTo(own, other)), outline)
    return { ...own.centre, ring: closed(cell).map(({ x, y }) => [rounded(x / stretch), rounded(y)] as const) }
  })
}

const samePlace = (a: Position, b: Position): boolean => a.lng === b.lng && a.lat === b.lat

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Positive on the side of the bisector where `own` is. */
const nearerTo =
  (own: Point, other: Point) =>
  (point: Point): number => {
    const middle = { x: (own.x + other.x) / 2, y: (own.y + other.y) / 2 }
    return (point.x - middle.x) * (own.x - other.x) + (point.y - middle.y) * (own.y - other.y)
  }

/** The hull of small twelve-cornered discs around all centres: a rounded border that leaves each centre inside. */
function outlineOf(centres: readonly Point[]): readonly Point[] {
  const turns = Array.from({ length: 12 }, (_, step) => (step * Math.PI) / 6)
  const corners = centres.flatMap(({ x, y }) =>
    turns.map(turn => ({ x: x + margin * Math.cos(turn), y: y + margin * Math.sin(turn) })),
  )
  return convexHull(corners)
}

const closed = (ring: readonly Point[]): readonly Point[] => (ring[0] === undefined ? [] : [...ring, ring[0]])

/** Five decimals are a metre: enough for a sketch. */
const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5

export interface Point {
  readonly x: number
  readonly y: number
}

/** Twice the signed area of a b c: positive when c lies to the left of the way from a to b. */
const turn = (a: Point, b: Point, c: Point): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)

/** The corners of the convex hull, counter-clockwise (Andrew's monotone chain). */
export function convexHull(points: readonly Point[]): readonly Point[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y)
  const lower = chain(sorted)
  const upper = chain(sorted.toReversed())
  return [...lower.slice(0, -1), ...upper.slice(0, -1)]
}

function chain(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = []
  for (const point of points) {
    for (;;) {
      const [before, last] = kept.slice(-2)
      if (before === undefined || last === undefined || turn(before, last, point) > 0) break
      kept.pop()
    }
    kept.push(point)
  }
  return kept
}

/** The part of a convex ring on which `side` (linear in the point) is not negative (Sutherland-Hodgman, one edge). */
export function clip(ring: readonly Point[], side: (point: Point) => number): readonly Point[] {
  return ring.flatMap((point, at) => {
    const next = ring[(at + 1) % ring.length] ?? point
    const here = side(point)
    const there = side(next)
    const kept = here >= 0 ? [point] : []
    return here * there < 0 ? [...kept, between(point, next, here / (here - there))] : kept
  })
}

const between = (a: Point, b: Point, share: number): Point => ({
  x: a.x + (b.x - a.x) * share,
  y: a.y + (b.y - a.y) * share,
})

/** Area of a ring, positive when counter-clockwise. */
export function signedArea(ring: readonly Point[]): number {
  return ring.reduce((sum, point, at) => {
    const next = ring[(at + 1) % ring.length] ?? point
    return sum + (point.x * next.y - next.x * point.y) / 2
  }, 0)
}

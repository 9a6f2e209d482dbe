/** Where a node stands in the drawing. */
export interface Place {
  readonly x: number
  readonly y: number
}

interface Link {
  readonly from: number
  readonly to: number
}

const rounds = 160
const spring = 110

/**
 * Forces without chance: what stands keeps its place as start, what is new starts on a circle by its turn, so that the same nodes give
 * the same drawing and an expansion does not throw everything about.
 */
export function layOut(
  ids: readonly number[],
  links: readonly Link[],
  known: ReadonlyMap<number, Place>,
): ReadonlyMap<number, Place> {
  const points = ids.map((id, n) => {
    const angle = n * 2.399963
    const start = known.get(id) ?? {
      x: 60 * Math.sqrt(n + 1) * Math.cos(angle),
      y: 60 * Math.sqrt(n + 1) * Math.sin(angle),
    }
    return { id, x: start.x, y: start.y, dx: 0, dy: 0, firm: known.has(id) }
  })
  const at = new Map(points.map(point => [point.id, point]))
  for (let round = 0; round < rounds; round++) {
    const heat = 24 * (1 - round / rounds)
    for (const point of points) {
      point.dx = -point.x * 0.012
      point.dy = -point.y * 0.012
    }
    push(points)
    for (const { from, to } of links) {
      const [a, b] = [at.get(from), at.get(to)]
      if (a === undefined || b === undefined || a === b) continue
      const [x, y] = [b.x - a.x, b.y - a.y]
      const length = Math.max(1, Math.hypot(x, y))
      const pull = ((length - spring) / length) * 0.12
      a.dx += x * pull
      a.dy += y * pull
      b.dx -= x * pull
      b.dy -= y * pull
    }
    for (const point of points) {
      const step = Math.hypot(point.dx, point.dy)
      const most = point.firm ? heat / 6 : heat
      const share = step > most ? most / step : 1
      point.x += point.dx * share
      point.y += point.dy * share
    }
  }
  return new Map(points.map(({ id, x, y }) => [id, { x: Math.round(x), y: Math.round(y) }]))
}

interface Moving {
  x: number
  y: number
  dx: number
  dy: number
}

function push(points: readonly Moving[]): void {
  for (const [n, a] of points.entries())
    for (let m = n + 1; m < points.length; m++) {
      const b = points[m]
      if (b === undefined) continue
      const [x, y] = [a.x - b.x || 0.5, a.y - b.y || 0.5]
      const square = x * x + y * y
      if (square > 250_000) continue
      const force = 5_200 / square
      a.dx += x * force
      a.dy += y * force
      b.dx -= x * force
      b.dy -= y * force
    }
}

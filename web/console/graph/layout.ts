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
  part(points)
  return new Map(points.map(({ id, x, y }) => [id, { x: Math.round(x), y: Math.round(y) }]))
}

/** The drawing is shown as large as it fits: signs and words of a fixed size, so what must stand apart is reckoned at that scale. */
export function fitScale(places: readonly Place[]): number {
  if (places.length === 0) return 1
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)]
  const wide = Math.max(120, Math.max(...xs) - Math.min(...xs))
  const high = Math.max(120, Math.max(...ys) - Math.min(...ys))
  return Math.min(1.4, 820 / wide, 430 / high)
}

/** On the screen: a sign of thirty and its words under it. */
const [roomWide, roomHigh] = [74, 54]

/** What the forces left too close is moved apart by the shorter way. A drawing of hundreds has no room for that and keeps its forces. */
function part(points: Moving[]): void {
  if (points.length > 120) return
  for (let round = 0; round < 60; round++) {
    const scale = fitScale(points)
    const [wide, high] = [roomWide / scale, roomHigh / scale]
    let moved = false
    for (const [n, a] of points.entries())
      for (const b of points.slice(n + 1)) {
        const [x, y] = [b.x - a.x, b.y - a.y]
        const [overX, overY] = [wide - Math.abs(x), high - Math.abs(y)]
        if (overX <= 0 || overY <= 0) continue
        moved = true
        const sign = (value: number) => (value < 0 ? -1 : 1)
        if (overY / high < overX / wide) {
          a.y -= (sign(y) * overY) / 2
          b.y += (sign(y) * overY) / 2
        } else {
          a.x -= (sign(x) * overX) / 2
          b.x += (sign(x) * overX) / 2
        }
      }
    if (!moved) return
  }
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

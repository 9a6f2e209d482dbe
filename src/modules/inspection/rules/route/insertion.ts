import type { RouteProblem } from './problem.ts'
import type { Ground, Tour } from './tour.ts'

/** So many tours are remembered at once; older ones are looked at again. */
const rows = 512

/** Where a node goes best in a tour. */
export interface Insertions {
  /** What the way (for `best` also the delay) grows by; infinite where the node does not fit. */
  readonly cost: (tour: Tour, node: number) => number
  /** The same from memory: a tour that stands does not change, so what was found once holds as long as it stands. */
  readonly known: (tour: Tour, node: number) => number
  /** The place that belongs to the cost asked for last. */
  readonly place: () => number
}

interface Blindness {
  readonly chance: () => number
  /** The share of places that are not looked at: a little blindness finds what greed misses. */
  readonly blink: number
}

export function insertionsInto(ground: Ground, goal: RouteProblem['goal'], { chance, blink }: Blindness): Insertions {
  const { n, way, service, open, close } = ground
  const costs = new Float64Array(rows * n)
  const places = new Int16Array(rows * n)
  const owners: (Tour | undefined)[] = new Array(rows).fill(undefined)
  let nextRow = 0
  let place = -1

  function cost({ nodes, early, late }: Tour, node: number): number {
    const opensAt = open[node] as number
    const closesAt = close[node] as number
    const stay = service[node] as number
    const size = nodes.length
    // Whatever must begin before this visit is over comes before it.
    let k = 0
    while (k < size && (late[k] as number) < opensAt + stay) k += 1
    let previous = k === 0 ? 0 : (nodes[k - 1] as number)
    let leaves = k === 0 ? (open[0] as number) : (early[k - 1] as number) + (service[previous] as number)
    let best = Number.POSITIVE_INFINITY
    place = -1
    // Later in this tour is later in the day: once the door is shut, no place after this one can be in time.
    for (; k <= size && leaves <= closesAt; k += 1) {
      const next = k < size ? (nodes[k] as number) : 0
      const leg = way[previous * n + node] as number
      const arrives = leaves + leg
      if (arrives <= closesAt) {
        const onward = way[node * n + next] as number
        const reaches = Math.max(arrives, opensAt) + stay + onward
        if (reaches <= (k < size ? (late[k] as number) : (close[0] as number))) {
          let grows = leg + onward - (way[previous * n + next] as number)
          if (goal === 'best') {
            // How much later the next visit begins: time is what a day of visits runs out of.
            const delay = reaches - (k < size ? (early[k] as number) : leaves + (way[previous * n] as number))
            if (delay > 0) grows += delay
          }
          if (grows < best && (blink === 0 || chance() >= blink)) {
            best = grows
            place = k
          }
        }
      }
      if (k < size) {
        previous = next
        leaves = (early[k] as number) + (service[next] as number)
      }
    }
    return best
  }

  function known(tour: Tour, node: number): number {
    if (tour.row < 0 || owners[tour.row] !== tour) {
      tour.row = nextRow
      owners[nextRow] = tour
      costs.fill(Number.NaN, nextRow * n, (nextRow + 1) * n)
      nextRow = (nextRow + 1) % rows
    }
    const at = tour.row * n + node
    const before = costs[at] as number
    if (!Number.isNaN(before)) {
      place = places[at] as number
      return before
    }
    const found = cost(tour, node)
    costs[at] = found
    places[at] = place
    return found
  }

  return { cost, known, place: () => place }
}

import type { RouteProblem } from './problem.ts'

/**
 * One route with its schedule. `early[k]` is when visit k begins at the earliest, `late[k]` the latest beginning that still keeps all that
 * follows in time: so an insertion is checked in constant time (Savelsbergh 1992).
 */
export interface Tour {
  nodes: number[]
  early: number[]
  late: number[]
  length: number
  load: number
}

/** The numbers of a problem as flat arrays: the inner loops of the search read nothing else. */
export interface Ground {
  readonly n: number
  readonly way: Float64Array
  readonly service: Float64Array
  readonly open: Float64Array
  readonly close: Float64Array
  readonly demand: Float64Array
  readonly profit: Float64Array
  readonly capacity: number
}

export function groundOf({ nodes, way, capacity }: RouteProblem): Ground {
  const column = (key: 'service' | 'open' | 'close' | 'demand' | 'profit') =>
    Float64Array.from(nodes, node => node[key])
  return {
    n: nodes.length,
    way,
    service: column('service'),
    open: column('open'),
    close: column('close'),
    demand: column('demand'),
    profit: column('profit'),
    capacity,
  }
}

export const emptyTour = (): Tour => ({ nodes: [], early: [], late: [], length: 0, load: 0 })

export const copyTour = ({ nodes, early, late, length, load }: Tour): Tour => ({
  nodes: nodes.slice(),
  early: early.slice(),
  late: late.slice(),
  length,
  load,
})

/** Computes the schedule anew after the order of a tour has changed. */
export function reschedule(tour: Tour, { n, way, service, open, close, demand }: Ground): void {
  const { nodes, early, late } = tour
  early.length = nodes.length
  late.length = nodes.length
  let previous = 0
  let at = open[0] as number
  let length = 0
  let load = 0
  for (let k = 0; k < nodes.length; k += 1) {
    const node = nodes[k] as number
    const leg = way[previous * n + node] as number
    length += leg
    load += demand[node] as number
    at += leg
    if (at < (open[node] as number)) at = open[node] as number
    early[k] = at
    at += service[node] as number
    previous = node
  }
  tour.length = nodes.length === 0 ? 0 : length + (way[previous * n] as number)
  tour.load = load
  let latest = close[0] as number
  let next = 0
  for (let k = nodes.length - 1; k >= 0; k -= 1) {
    const node = nodes[k] as number
    const must = latest - (way[node * n + next] as number) - (service[node] as number)
    latest = Math.min(must, close[node] as number)
    late[k] = latest
    next = node
  }
}

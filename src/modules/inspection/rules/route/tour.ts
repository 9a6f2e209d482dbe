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
  /** Its row in the memory of insertions, once it has one. */
  row: number
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
  /** Room for one number of each node. */
  readonly rank: Float64Array
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
    rank: new Float64Array(nodes.length),
  }
}

export const emptyTour = (): Tour => ({ nodes: [], early: [], late: [], length: 0, load: 0, row: -1 })

/** The tour of these visits in this order. */
export function tourOf(nodes: number[], { n, way, service, open, close, demand }: Ground): Tour {
  const size = nodes.length
  const early: number[] = new Array(size)
  const late: number[] = new Array(size)
  let previous = 0
  let at = open[0] as number
  let length = 0
  let load = 0
  for (let k = 0; k < size; k += 1) {
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
  if (size > 0) length += way[previous * n] as number
  let latest = close[0] as number
  let next = 0
  for (let k = size - 1; k >= 0; k -= 1) {
    const node = nodes[k] as number
    const must = latest - (way[node * n + next] as number) - (service[node] as number)
    latest = Math.min(must, close[node] as number)
    late[k] = latest
    next = node
  }
  return { nodes, early, late, length, load, row: -1 }
}

/** The same tour with one visit more. */
export function withVisit({ nodes }: Tour, { node, place }: { node: number; place: number }, ground: Ground): Tour {
  const more: number[] = new Array(nodes.length + 1)
  for (let k = 0; k < place; k += 1) more[k] = nodes[k] as number
  more[place] = node
  for (let k = place; k < nodes.length; k += 1) more[k + 1] = nodes[k] as number
  return tourOf(more, ground)
}

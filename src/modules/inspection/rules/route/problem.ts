/** One place of a day: a shop to visit, or (index 0) the door one leaves from and comes back to. */
export interface RouteNode {
  readonly x: number
  readonly y: number
  /** Time spent there, in the unit of the windows. */
  readonly service: number
  /** Earliest and latest moment at which the visit may begin; of the depot: the day. */
  readonly open: number
  readonly close: number
  readonly demand: number
  /** What the visit is worth (risk); 0 where every node must be visited. */
  readonly profit: number
}

/**
 * A day of visits. `all`: every node is visited and the way is short (VRP with time windows, Solomon 1987). `best`: at most `vehicles` routes collect
 * as much profit as they can (team orienteering with time windows, Vansteenwegen et al. 2009).
 */
export interface RouteProblem {
  readonly goal: 'all' | 'best'
  readonly nodes: readonly RouteNode[]
  readonly vehicles: number
  readonly capacity: number
  /** Time and way between two nodes; row by row, asymmetric ways are allowed. */
  readonly way: Float64Array
}

/** Way between nodes in a plane; `rounded` gives each its last digit as a benchmark or a clock asks for. */
export function wayMatrix(
  nodes: readonly { readonly x: number; readonly y: number }[],
  rounded: (length: number) => number = length => length,
): Float64Array {
  const way = new Float64Array(nodes.length * nodes.length)
  nodes.forEach((from, i) => {
    nodes.forEach((to, j) => {
      way[i * nodes.length + j] = rounded(Math.hypot(from.x - to.x, from.y - to.y))
    })
  })
  return way
}

/** For each node all others, the nearest first. */
export function neighbours({ nodes, way }: RouteProblem): readonly Int16Array[] {
  const n = nodes.length
  return nodes.map((_, i) =>
    Int16Array.from(nodes.keys()).sort((a, b) => (way[i * n + a] ?? 0) - (way[i * n + b] ?? 0)),
  )
}

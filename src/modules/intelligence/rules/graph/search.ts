/** One step of the graph as a search sees it: `from` was asked for, `to` is its neighbour. */
export interface Step {
  readonly from: number
  readonly to: number
}

/** The neighbours of a whole frontier in one question; a hub may answer with none. */
export type Neighbours = (frontier: readonly number[]) => Promise<readonly Step[]>

export interface SearchLimits {
  readonly steps: number
  /** Where the search gives up: a graph of a whole county must not be read for one question. */
  readonly seen: number
}

export type PathAnswer =
  | { readonly kind: 'path'; readonly nodes: readonly number[] }
  | { readonly kind: 'none' }
  /** Not known: the limit came first. Said as that, never as 没有关联. */
  | { readonly kind: 'tooFar' }

interface Side {
  frontier: number[]
  steps: number
  readonly before: Map<number, number>
}

/**
 * 最短路径: searched from both ends, always on the side with the smaller frontier, a whole ring at a time, so that the first meeting
 * ring holds a shortest path.
 */
export async function shortestPath(
  from: number,
  to: number,
  neighbours: Neighbours,
  limits: SearchLimits,
): Promise<PathAnswer> {
  if (from === to) return { kind: 'path', nodes: [from] }
  const near: Side = { frontier: [from], steps: 0, before: new Map([[from, from]]) }
  const far: Side = { frontier: [to], steps: 0, before: new Map([[to, to]]) }
  while (near.frontier.length > 0 && far.frontier.length > 0) {
    if (near.steps + far.steps >= limits.steps) return { kind: 'tooFar' }
    if (near.before.size + far.before.size > limits.seen) return { kind: 'tooFar' }
    const [side, other] = near.frontier.length <= far.frontier.length ? [near, far] : [far, near]
    const met = grow(side, await neighbours(side.frontier), other)
    if (met !== undefined) return { kind: 'path', nodes: joined(met, near, far) }
  }
  return { kind: 'none' }
}

/** One ring further; the smallest node where the other side already is, so that the same question has the same answer. */
function grow(side: Side, found: readonly Step[], other: Side): number | undefined {
  const ring: number[] = []
  let met: number | undefined
  for (const { from, to } of found) {
    if (side.before.has(to)) continue
    side.before.set(to, from)
    ring.push(to)
    if (other.before.has(to) && (met === undefined || to < met)) met = to
  }
  side.frontier = ring
  side.steps += 1
  return met
}

function joined(met: number, near: Side, far: Side): number[] {
  return [...trace(near, met).reverse(), ...trace(far, met).slice(1)]
}

function trace({ before }: Side, start: number): number[] {
  const nodes = [start]
  for (let at = start; ; ) {
    const next = before.get(at)
    if (next === undefined || next === at) return nodes
    nodes.push(next)
    at = next
  }
}

/**
 * 从人到案、从案到人、从案到案: the nearest targets and a shortest way to each, ring by ring; `isTarget` is asked once a ring.
 */
export async function nearest(
  from: number,
  neighbours: Neighbours,
  targets: (ring: readonly number[]) => Promise<readonly number[]>,
  limits: SearchLimits & { readonly found: number },
): Promise<{ readonly paths: readonly (readonly number[])[]; readonly cut: boolean }> {
  const side: Side = { frontier: [from], steps: 0, before: new Map([[from, from]]) }
  const paths: number[][] = []
  while (side.frontier.length > 0 && side.steps < limits.steps) {
    if (side.before.size > limits.seen) return { paths, cut: true }
    grow(side, await neighbours(side.frontier), { frontier: [], steps: 0, before: new Map() })
    if (side.frontier.length === 0) break
    for (const hit of await targets(side.frontier)) {
      if (paths.length === limits.found) return { paths, cut: true }
      paths.push(trace(side, hit).reverse())
    }
  }
  return { paths, cut: false }
}

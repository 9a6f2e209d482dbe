import { distanceMetres, type Position } from '#kernel/position'

/** One call of a round; minutes are of the day. A shop without a window is open as policy says. */
export interface Call {
  readonly id: string
  readonly at: Position
  readonly opens: number
  readonly closes: number
}

export interface RoutePolicy {
  readonly travelKmPerHour: number
  readonly detourFactor: number
  readonly handlingMinutes: number
}

interface PlannedStop {
  readonly id: string
  readonly arrive: number
  /** Waiting before the window opens. */
  readonly wait: number
  /** Arrives after the window closed: named, never hidden. */
  readonly late: boolean
}

export interface Route {
  readonly stops: readonly PlannedStop[]
  /** Back at the depot. */
  readonly endMinute: number
  readonly metres: number
  readonly lateCount: number
}

/** 路线问题: where and when the round starts, whom it visits. */
export interface Problem {
  readonly depot: Position
  readonly startMinute: number
  readonly calls: readonly Call[]
}

/** Travels `order`, waits where a door is still shut, and comes home. Straight lines times the detour factor. */
export function travel(problem: Problem, order: readonly Call[], policy: RoutePolicy): Route {
  let minute = problem.startMinute
  let metres = 0
  let here = problem.depot
  const stops: PlannedStop[] = []
  for (const call of order) {
    const leg = distanceMetres(here, call.at) * policy.detourFactor
    metres += leg
    const reached = minute + minutesFor(leg, policy)
    const arrive = Math.max(reached, call.opens)
    stops.push({ id: call.id, arrive, wait: arrive - reached, late: arrive > call.closes })
    minute = arrive + policy.handlingMinutes
    here = call.at
  }
  const home = order.length === 0 ? 0 : distanceMetres(here, problem.depot) * policy.detourFactor
  return {
    stops,
    endMinute: minute + minutesFor(home, policy),
    metres: metres + home,
    lateCount: stops.filter(stop => stop.late).length,
  }
}

const minutesFor = (metres: number, policy: RoutePolicy): number => (metres / 1000 / policy.travelKmPerHour) * 60

/** Fewer late doors first, then an earlier end of the round, then a shorter way. */
const better = (a: Route, b: Route): boolean =>
  a.lateCount !== b.lateCount
    ? a.lateCount < b.lateCount
    : Math.abs(a.endMinute - b.endMinute) > 1e-9
      ? a.endMinute < b.endMinute
      : a.metres < b.metres - 1e-6

/** Always to the nearest door not yet visited: the order a courier without a plan would take. */
export function nearestNeighbour(problem: Problem): readonly Call[] {
  const left = [...problem.calls]
  const order: Call[] = []
  let here = problem.depot
  while (left.length > 0) {
    let best = 0
    for (let i = 1; i < left.length; i += 1)
      if (distanceMetres(here, left[i]?.at ?? here) < distanceMetres(here, left[best]?.at ?? here)) best = i
    const [next] = left.splice(best, 1)
    if (next === undefined) break
    order.push(next)
    here = next.at
  }
  return order
}

/** Each call where it costs least among those already in the order; urgent doors (early closing) first. */
function insertion(problem: Problem, policy: RoutePolicy): readonly Call[] {
  let order: readonly Call[] = []
  for (const call of problem.calls.toSorted((a, b) => a.closes - b.closes || (a.id < b.id ? -1 : 1))) {
    let best: { order: readonly Call[]; route: Route } | undefined
    for (let at = 0; at <= order.length; at += 1) {
      const tried = order.toSpliced(at, 0, call)
      const route = travel(problem, tried, policy)
      if (best === undefined || better(route, best.route)) best = { order: tried, route }
    }
    order = best?.order ?? order
  }
  return order
}

/** 2-opt: turns a stretch round, or moves one call elsewhere, as long as the round gets better. */
function improved(problem: Problem, start: readonly Call[], policy: RoutePolicy): readonly Call[] {
  let order = start
  let route = travel(problem, order, policy)
  for (let round = 0; round < 60; round += 1) {
    const found = neighbours(order).find(tried => better(travel(problem, tried, policy), route))
    if (found === undefined) break
    order = found
    route = travel(problem, order, policy)
  }
  return order
}

function neighbours(order: readonly Call[]): readonly (readonly Call[])[] {
  const tries: (readonly Call[])[] = []
  for (let i = 0; i < order.length; i += 1)
    for (let j = i + 1; j < order.length; j += 1) {
      tries.push([...order.slice(0, i), ...order.slice(i, j + 1).toReversed(), ...order.slice(j + 1)])
      const [moved] = order.slice(i, i + 1)
      if (moved) tries.push(order.toSpliced(i, 1).toSpliced(j, 0, moved))
    }
  return tries
}

/**
 * 送证路线: nearest insertion and nearest neighbour, each improved by 2-opt, and the better of both. Never worse than the
 * nearest-neighbour order; every call once; late doors are named. Some 60 calls are planned in a fraction of a second.
 */
export function planRoute(problem: Problem, policy: RoutePolicy): Route {
  const starts = [nearestNeighbour(problem), insertion(problem, policy)]
  const routes = starts.flatMap(order => [
    travel(problem, order, policy),
    travel(problem, improved(problem, order, policy), policy),
  ])
  return routes.reduce((best, route) => (better(route, best) ? route : best))
}

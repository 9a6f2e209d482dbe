import { copyTour, type Ground, reschedule, type Tour } from './tour.ts'

/** A set of tours and who is in which (−1: nobody visits it). Tours are shared between plans until one of them changes. */
export interface Plan {
  tours: Tour[]
  tourOf: Int16Array
  /** Nodes that nobody visits. */
  absent: number[]
  length: number
  profit: number
}

export const copyPlan = ({ tours, tourOf, absent, length, profit }: Plan): Plan => ({
  tours: tours.slice(),
  tourOf: tourOf.slice(),
  absent: absent.slice(),
  length,
  profit,
})

/** Takes `count` visits of a tour from place `from` on out of the plan, except those at places `keepFrom` … `keepTo` − 1. */
export function takeOut(
  plan: Plan,
  {
    tour,
    from,
    count,
    keepFrom,
    keepTo,
  }: { tour: number; from: number; count: number; keepFrom: number; keepTo: number },
  ground: Ground,
): void {
  const own = copyTour(plan.tours[tour] as Tour)
  plan.tours[tour] = own
  plan.length -= own.length
  const kept: number[] = []
  for (let k = 0; k < own.nodes.length; k += 1) {
    const node = own.nodes[k] as number
    if (k < from || k >= from + count || (k >= keepFrom && k < keepTo)) kept.push(node)
    else {
      plan.tourOf[node] = -1
      plan.absent.push(node)
      plan.profit -= ground.profit[node] as number
    }
  }
  own.nodes = kept
  reschedule(own, ground)
  plan.length += own.length
}

/** Puts an absent node into a tour; the caller has checked that it fits and takes it from the absent ones. `fresh` tours belong to this plan alone. */
export function putIn(
  plan: Plan,
  { node, tour, place }: { node: number; tour: number; place: number },
  ground: Ground,
): void {
  const own = copyTour(plan.tours[tour] as Tour)
  plan.tours[tour] = own
  plan.length -= own.length
  own.nodes.splice(place, 0, node)
  reschedule(own, ground)
  plan.length += own.length
  plan.tourOf[node] = tour
  plan.profit += ground.profit[node] as number
}

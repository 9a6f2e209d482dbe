import { emptyTour, type Ground, type Tour, tourOf, withVisit } from './tour.ts'

/** A set of tours and who is in which (−1: nobody visits it). Tours never change; a plan puts another in the place of one, and can take it back. */
export interface Plan {
  readonly tours: Tour[]
  readonly tourOf: Int16Array
  /** Nodes that nobody visits. */
  absent: number[]
  length: number
  profit: number
  /** What the trial under way has replaced, by the place of the tour; undefined where it stands as it was. */
  readonly before: (Tour | undefined)[]
  readonly changed: number[]
  trial: { readonly tours: number; readonly absent: number[]; readonly length: number; readonly profit: number }
}

export function newPlan({ n }: Ground, tours: number): Plan {
  const absent = Array.from({ length: n - 1 }, (_, index) => index + 1)
  return {
    tours: Array.from({ length: tours }, emptyTour),
    tourOf: new Int16Array(n).fill(-1),
    absent,
    length: 0,
    profit: 0,
    before: [],
    changed: [],
    trial: { tours, absent, length: 0, profit: 0 },
  }
}

/** From here on everything can be taken back. */
export function beginTrial(plan: Plan): void {
  for (const index of plan.changed) plan.before[index] = undefined
  plan.changed.length = 0
  const { tours, absent, length, profit } = plan
  plan.trial = { tours: tours.length, absent, length, profit }
  plan.absent = absent.slice()
}

/** The plan as it was when the trial began. */
export function undoTrial(plan: Plan): void {
  const { tours, before, changed, trial } = plan
  for (const index of changed) for (const node of (tours[index] as Tour).nodes) plan.tourOf[node] = -1
  for (const index of changed) {
    const tour = before[index] as Tour
    tours[index] = tour
    for (const node of tour.nodes) plan.tourOf[node] = index
  }
  tours.length = trial.tours
  plan.absent = trial.absent
  plan.length = trial.length
  plan.profit = trial.profit
}

function replace(plan: Plan, index: number, tour: Tour): void {
  const old = plan.tours[index] as Tour
  if (plan.before[index] === undefined) {
    plan.before[index] = old
    plan.changed.push(index)
  }
  plan.tours[index] = tour
  plan.length += tour.length - old.length
}

/** Takes `count` visits of a tour from place `from` on out of the plan, except those at places `keepFrom` … `keepTo` − 1. */
export function takeOut(
  plan: Plan,
  {
    tour: index,
    from,
    count,
    keepFrom,
    keepTo,
  }: { tour: number; from: number; count: number; keepFrom: number; keepTo: number },
  ground: Ground,
): void {
  const { nodes } = plan.tours[index] as Tour
  const kept: number[] = []
  for (let k = 0; k < nodes.length; k += 1) {
    const node = nodes[k] as number
    if (k < from || k >= from + count || (k >= keepFrom && k < keepTo)) kept.push(node)
    else {
      plan.tourOf[node] = -1
      plan.absent.push(node)
      plan.profit -= ground.profit[node] as number
    }
  }
  replace(plan, index, tourOf(kept, ground))
}

/** Puts an absent node into a tour; the caller has checked that it fits and takes it from the absent ones. */
export function putIn(
  plan: Plan,
  { node, tour: index, place }: { node: number; tour: number; place: number },
  ground: Ground,
): void {
  replace(plan, index, withVisit(plan.tours[index] as Tour, { node, place }, ground))
  plan.tourOf[node] = index
  plan.profit += ground.profit[node] as number
}

/** A tour more, still empty. */
export function addTour(plan: Plan): number {
  return plan.tours.push(emptyTour()) - 1
}

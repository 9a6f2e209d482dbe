import type { Insertions } from './insertion.ts'
import { addTour, type Plan, putIn } from './plan.ts'
import type { Ground, Tour } from './tour.ts'

interface RecreateSetting {
  readonly goal: 'all' | 'best'
  readonly vehicles: number
  /** The share of tours that are not looked at: a little blindness finds what greed misses. */
  readonly blink: number
}

type Order = (node: number) => number

/** In which order absent nodes are put back; one of them by chance each time. */
export function ordersOf(
  { demand, way, open, close, profit }: Ground,
  goal: 'all' | 'best',
  chance: () => number,
): readonly Order[] {
  const random: Order = () => chance()
  const far: Order = node => -(way[node] as number)
  const near: Order = node => way[node] as number
  const width: Order = node => (close[node] as number) - (open[node] as number)
  const opens: Order = node => open[node] as number
  const closes: Order = node => close[node] as number
  if (goal === 'all')
    return [
      random,
      random,
      random,
      random,
      node => -(demand[node] as number),
      far,
      far,
      near,
      width,
      width,
      opens,
      closes,
      closes,
    ]
  const worth: Order = node => -(profit[node] as number)
  const loose: Order = node => -(profit[node] as number) * (0.5 + chance())
  return [random, random, worth, loose, loose, loose, width, closes, far, near]
}

export interface Means {
  readonly ground: Ground
  readonly orders: readonly Order[]
  readonly insertions: Insertions
  readonly chance: () => number
  readonly setting: RecreateSetting
}

/** Greedy insertion with blinks (Christiaens & Vanden Berghe 2020, §5.2): every absent node goes where it costs least, if it fits anywhere. */
export function recreate(plan: Plan, means: Means): void {
  const { ground, orders, chance } = means
  const order = orders[Math.floor(chance() * orders.length)] as Order
  const waiting = plan.absent
  const { rank } = ground
  for (const node of waiting) rank[node] = order(node)
  waiting.sort((a, b) => (rank[a] as number) - (rank[b] as number))
  let left = 0
  for (let k = 0; k < waiting.length; k += 1) {
    const node = waiting[k] as number
    if (!insert(plan, node, means)) waiting[left++] = node
  }
  waiting.length = left
}

function insert(plan: Plan, node: number, means: Means): boolean {
  const { ground, chance, setting, insertions } = means
  const { n, way, demand, capacity } = ground
  const room = capacity - (demand[node] as number)
  let best = Number.POSITIVE_INFINITY
  let bestTour = -1
  let bestPlace = -1
  let idle = -1
  for (let t = 0; t < plan.tours.length; t += 1) {
    const tour = plan.tours[t] as Tour
    if (tour.nodes.length === 0) {
      idle = t
      continue
    }
    if (tour.load > room) continue
    const cost = plan.before[t] === undefined ? insertions.known(tour, node) : insertions.cost(tour, node)
    if (cost < best && (setting.blink === 0 || chance() >= setting.blink)) {
      best = cost
      bestTour = t
      bestPlace = insertions.place()
    }
  }
  // The shortest way may need more tours than the fewest; teams that collect are all used before any is filled.
  const alone = (way[node] as number) + (way[node * n] as number)
  const opens = setting.goal === 'all' ? alone < best : idle >= 0
  if (bestTour >= 0 && opens && openTour(plan, node, { ground, setting, idle })) return true
  if (bestTour >= 0) {
    putIn(plan, { node, tour: bestTour, place: bestPlace }, ground)
    return true
  }
  return openTour(plan, node, { ground, setting, idle })
}

function openTour(
  plan: Plan,
  node: number,
  { ground, setting, idle }: { ground: Ground; setting: RecreateSetting; idle: number },
): boolean {
  const { n, way, service, open, close, demand, capacity } = ground
  const begins = Math.max((open[0] as number) + (way[node] as number), open[node] as number)
  const fits =
    begins <= (close[node] as number) &&
    begins + (service[node] as number) + (way[node * n] as number) <= (close[0] as number) &&
    (demand[node] as number) <= capacity
  if (!fits) return false
  if (idle < 0 && plan.tours.length >= setting.vehicles) return false
  putIn(plan, { node, tour: idle < 0 ? addTour(plan) : idle, place: 0 }, ground)
  return true
}

import { type Plan, putIn } from './plan.ts'
import { emptyTour, type Ground, type Tour } from './tour.ts'

export interface RecreateSetting {
  readonly goal: 'all' | 'best'
  readonly vehicles: number
  /** The share of places that are not looked at: a little blindness finds what greed misses. */
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

/** Greedy insertion with blinks (Christiaens & Vanden Berghe 2020, §5.2): every absent node goes where it costs least, if it fits anywhere. */
export function recreate(
  plan: Plan,
  {
    ground,
    orders,
    chance,
    setting,
  }: { ground: Ground; orders: readonly Order[]; chance: () => number; setting: RecreateSetting },
): void {
  const order = orders[Math.floor(chance() * orders.length)] as Order
  const waiting = plan.absent
  const keys = new Map(waiting.map(node => [node, order(node)]))
  waiting.sort((a, b) => (keys.get(a) as number) - (keys.get(b) as number))
  plan.absent = waiting.filter(node => !insert(plan, node, { ground, chance, setting }))
}

function insert(
  plan: Plan,
  node: number,
  { ground, chance, setting }: { ground: Ground; chance: () => number; setting: RecreateSetting },
): boolean {
  const { n, way, service, open, close, demand, capacity } = ground
  const opensAt = open[node] as number
  const closesAt = close[node] as number
  const stay = service[node] as number
  const dayOpens = open[0] as number
  const dayCloses = close[0] as number
  const row = node * n
  let best = Number.POSITIVE_INFINITY
  let bestTour = -1
  let bestPlace = -1
  let idle = -1
  for (let t = 0; t < plan.tours.length; t += 1) {
    const { nodes, early, late, load } = plan.tours[t] as Tour
    const size = nodes.length
    if (size === 0) {
      idle = t
      continue
    }
    if (load + (demand[node] as number) > capacity) continue
    let previous = 0
    let leaves = dayOpens
    for (let k = 0; k <= size; k += 1) {
      const leg = way[previous * n + node] as number
      const arrives = leaves + leg
      // Later in this tour is later in the day: no place after this one can be in time.
      if (arrives > closesAt && k > 0 && leaves > closesAt) break
      const next = k < size ? (nodes[k] as number) : 0
      if (arrives <= closesAt) {
        const begins = Math.max(arrives, opensAt)
        const onward = way[row + next] as number
        const reaches = begins + stay + onward
        if (reaches <= (k < size ? (late[k] as number) : dayCloses)) {
          const detour = leg + onward - (way[previous * n + next] as number)
          const cost =
            setting.goal === 'all'
              ? detour
              : detour + delayAt(reaches, k < size ? (early[k] as number) : leaves + (way[previous * n] as number))
          if (cost < best && chance() >= setting.blink) {
            best = cost
            bestTour = t
            bestPlace = k
          }
        }
      }
      if (k < size) {
        previous = next
        leaves = (early[k] as number) + (service[next] as number)
      }
    }
  }
  // The shortest way may need more tours than the fewest; teams that collect are all used before any is filled.
  const alone = (way[node] as number) + (way[row] as number)
  const opens = setting.goal === 'all' ? alone < best : idle >= 0
  if (bestTour >= 0 && opens && openTour(plan, node, { ground, setting, idle })) return true
  if (bestTour >= 0) {
    putIn(plan, { node, tour: bestTour, place: bestPlace }, ground)
    return true
  }
  return openTour(plan, node, { ground, setting, idle })
}

/** How much later the next visit begins: time is what a day of visits runs out of. */
const delayAt = (reaches: number, early: number): number => (reaches > early ? reaches - early : 0)

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
  const tour = idle < 0 ? plan.tours.push(emptyTour()) - 1 : idle
  putIn(plan, { node, tour, place: 0 }, ground)
  return true
}

import { type Plan, takeOut } from './plan.ts'
import type { Ground, Tour } from './tour.ts'

export interface RuinSetting {
  /** Visits taken out on average, and the longest string of one tour. */
  readonly average: number
  readonly longest: number
}

/**
 * Slack induction by string removals (Christiaens & Vanden Berghe 2020, §5.1): neighbouring tours lose a string of consecutive visits near one
 * place, so that there is room in time and space at the same spot. Half of the strings are split: some visits in their middle stay.
 */
export function ruin(
  plan: Plan,
  {
    ground,
    near,
    chance,
    setting,
  }: { ground: Ground; near: readonly Int16Array[]; chance: () => number; setting: RuinSetting },
): void {
  let used = 0
  let visits = 0
  for (const { nodes } of plan.tours) {
    if (nodes.length > 0) used += 1
    visits += nodes.length
  }
  if (used === 0) return
  const longest = Math.min(setting.longest, visits / used)
  const most = (4 * setting.average) / (1 + longest) - 1
  const strings = Math.floor(chance() * most + 1)
  const seed = 1 + Math.floor(chance() * (ground.n - 1))
  const ruined = new Set<number>()
  for (const node of near[seed] as Int16Array) {
    if (ruined.size >= strings) return
    if (node === 0) continue
    const tour = plan.tourOf[node] as number
    if (tour < 0 || ruined.has(tour)) continue
    ruined.add(tour)
    takeString(plan, { node, tour, longest }, { ground, chance })
  }
}

function takeString(
  plan: Plan,
  { node, tour, longest }: { node: number; tour: number; longest: number },
  { ground, chance }: { ground: Ground; chance: () => number },
): void {
  const { nodes } = plan.tours[tour] as Tour
  const size = nodes.length
  const count = Math.floor(chance() * Math.min(size, longest) + 1)
  const place = nodes.indexOf(node)
  let kept = 0
  if (count > 1 && count < size && chance() < 0.5) {
    kept = 1
    while (count + kept < size && chance() < 0.01) kept += 1
    kept = Math.min(kept, size - count)
  }
  const span = count + kept
  const first = Math.max(0, place - span + 1)
  const last = Math.min(place, size - span)
  const from = first + Math.floor(chance() * (last - first + 1))
  // The visits that stay lie inside the string, but never the one it was made for.
  const keepFrom = kept === 0 ? 0 : from + Math.floor(chance() * (count + 1))
  takeOut(plan, { tour, from, count: span, keepFrom, keepTo: keepFrom + kept }, ground)
}

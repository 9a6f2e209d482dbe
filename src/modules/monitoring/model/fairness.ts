/** A shop in an order of visits, with the groups it must not be visited for: town (乡镇), size (档位), market type (城乡). */
export interface GroupedScore {
  readonly score: number
  readonly groups: Readonly<Record<string, string>>
}

export interface GroupRate {
  readonly dimension: string
  readonly group: string
  readonly shops: number
  readonly visited: number
  /** Its visit rate ÷ the rate of all. */
  readonly ratio: number
  readonly exceeds: boolean
}

export interface FairnessPolicy {
  /** Share of the order that is visited. */
  readonly share: number
  /** Most times the visit rate of all that a group may be visited. */
  readonly mostRatio: number
  /** Smaller groups are shown and not judged: one visit would be a breach. */
  readonly leastShops: number
}

/**
 * Visit rates by group if the first of the order were visited. A group exceeds when its visits lie above the limit by more
 * than chance explains (one-sided 95 %, normal), so that a small town is not condemned by one visit.
 */
export function visitRates(shops: readonly GroupedScore[], policy: FairnessPolicy): GroupRate[] {
  const taken = Math.round(shops.length * policy.share)
  const order = shops.map((_, n) => n).sort((a, b) => (shops[b]?.score ?? 0) - (shops[a]?.score ?? 0) || a - b)
  const first = new Set(order.slice(0, taken))
  return ratesOfVisits(
    shops.map(({ groups }, n) => ({ groups, visits: first.has(n) ? 1 : 0 })),
    policy,
  )
}

/** A shop with the visits it had. */
export interface VisitedShop {
  readonly groups: GroupedScore['groups']
  readonly visits: number
}

/** Visits that were made, by group: a shop visited twice counts twice. */
export function ratesOfVisits(
  shops: readonly VisitedShop[],
  policy: Pick<FairnessPolicy, 'mostRatio' | 'leastShops'>,
): GroupRate[] {
  const counts = new Map<string, { dimension: string; group: string; shops: number; visited: number }>()
  for (const { groups, visits } of shops) {
    for (const [dimension, group] of Object.entries(groups)) {
      const key = `${dimension}\n${group}`
      const count = counts.get(key) ?? { dimension, group, shops: 0, visited: 0 }
      count.shops += 1
      count.visited += visits
      counts.set(key, count)
    }
  }
  const rate = shops.reduce((sum, { visits }) => sum + visits, 0) / Math.max(1, shops.length)
  return [...counts.values()]
    .map(count => {
      const allowed = count.shops * rate * policy.mostRatio
      const exceeds = count.shops >= policy.leastShops && count.visited > allowed + 1.645 * Math.sqrt(allowed)
      return { ...count, ratio: rate === 0 ? 0 : count.visited / count.shops / rate, exceeds }
    })
    .sort((a, b) => a.dimension.localeCompare(b.dimension) || b.ratio - a.ratio || a.group.localeCompare(b.group))
}

/** The gate before a model is used: the groups that stop it. Empty = it may be used. */
export const fairnessBreaches = (rates: readonly GroupRate[]): GroupRate[] => rates.filter(rate => rate.exceeds)

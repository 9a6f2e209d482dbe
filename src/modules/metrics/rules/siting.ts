import { distanceMetres, type Position } from '#kernel/position'

/** Which points count as there: those that work, or all on the register. */
export const pointSets = ['working', 'registered'] as const
export type PointSet = (typeof pointSets)[number]

/** `near`: within three kilometres in a straight line; `minutes`: within fifteen minutes. */
export const reaches = ['near', 'minutes'] as const
export type Reach = (typeof reaches)[number]

export const siteKinds = ['point', 'village', 'shops'] as const
type SiteKind = (typeof siteKinds)[number]

export const sitingStates = ['waiting', 'running', 'done', 'cancelled', 'failed'] as const

export interface Candidate extends Position {
  readonly name: string
  readonly kind: SiteKind
  readonly areaCode: string
}

/** 最大覆盖选址 (MCLP): which `count` candidates bring most of the shops outside within reach. */
export interface Covering {
  readonly count: number
  /** Shops that the same candidates reach are one group. */
  readonly groups: readonly { readonly shops: number; readonly candidates: readonly number[] }[]
}

/** Which shops outside each candidate reaches: shops by their index. */
export function reachedBy(
  shops: readonly Position[],
  candidates: readonly Position[],
  within: number,
): readonly (readonly number[])[] {
  const degrees = within / 111_195
  const byLat = shops.map((shop, n) => ({ ...shop, n })).toSorted((a, b) => a.lat - b.lat)
  return candidates.map(site => {
    const near: number[] = []
    let n = lowest(byLat, site.lat - degrees)
    for (let shop = byLat[n]; shop && shop.lat <= site.lat + degrees; shop = byLat[n]) {
      if (distanceMetres(site, shop) <= within) near.push(shop.n)
      n += 1
    }
    return near
  })
}

function lowest(sorted: readonly Position[], lat: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.lat ?? 0) < lat) low = middle + 1
    else high = middle
  }
  return low
}

export function coveringOf(reached: readonly (readonly number[])[], count: number): Covering {
  const sites = new Map<number, number[]>()
  reached.forEach((shops, site) => {
    for (const shop of shops) sites.set(shop, [...(sites.get(shop) ?? []), site])
  })
  const groups = new Map<string, { shops: number; candidates: readonly number[] }>()
  for (const candidates of sites.values()) {
    const key = candidates.join(' ')
    const group = groups.get(key)
    if (group) group.shops += 1
    else groups.set(key, { shops: 1, candidates })
  }
  return { count, groups: [...groups.values()] }
}

/**
 * The covering as a linear program in CPLEX LP format: x = a place is taken (whole), y = a group is reached (follows from x, so it need
 * not be whole). Maximise the shops reached; take no more than `count` places.
 */
export function programOf({ count, groups }: Covering): string {
  const used = [...new Set(groups.flatMap(({ candidates }) => candidates))].toSorted((a, b) => a - b)
  const lines = [
    'Maximize',
    ` shops: ${wrapped(groups.map(({ shops }, n) => `${shops} y${n}`)) || '0 x0'}`,
    'Subject To',
  ]
  groups.forEach(({ candidates }, n) => {
    lines.push(` g${n}: y${n} ${candidates.map(site => `- x${site}`).join(' ')} <= 0`)
  })
  lines.push(` places: ${wrapped(used.map(site => `x${site}`))} <= ${count}`, 'Bounds')
  groups.forEach((_, n) => {
    lines.push(` 0 <= y${n} <= 1`)
  })
  lines.push('Binary', ...used.map(site => ` x${site}`), 'End')
  return lines.join('\n')
}

/** A line of the format is not endless. */
const wrapped = (terms: readonly string[]): string =>
  terms.map((term, n) => (n % 20 === 19 ? `${term}\n` : term)).join(' + ')

/** 贪心: the place that gains most, again and again; at least 63 % of the best, and the order in which places are shown. */
export function greedy(
  reached: readonly (readonly number[])[],
  count: number,
): readonly { readonly site: number; readonly gains: readonly number[] }[] {
  const done = new Set<number>()
  const left = new Set(reached.keys())
  const chosen: { site: number; gains: readonly number[] }[] = []
  while (chosen.length < count) {
    let best: { site: number; gains: readonly number[] } | undefined
    for (const site of left) {
      const gains = (reached[site] ?? []).filter(shop => !done.has(shop))
      if (gains.length > (best?.gains.length ?? 0)) best = { site, gains }
    }
    if (best === undefined) break
    chosen.push(best)
    left.delete(best.site)
    for (const shop of best.gains) done.add(shop)
  }
  return chosen
}

import { distanceMetres, type Position } from '#kernel/position'

export interface Shop {
  readonly licenceNo: string
  readonly town: string
  readonly position: Position
}

export interface Held {
  readonly position: Position
  /** People who came. */
  readonly reached: number
}

export interface TownReach {
  readonly town: string
  readonly shops: number
  /** Shops with an event near them. */
  readonly near: number
}

/** A place where an event would reach shops that none has reached. */
export interface Proposal {
  readonly town: string
  readonly position: Position
  readonly shops: number
  /** The shop it lies at: its address says where. */
  readonly at: string
}

/** 还没有去过的: shops with no held event within `metres`. */
export const unreachedOf = (shops: readonly Shop[], held: readonly Held[], metres: number): readonly Shop[] =>
  shops.filter(({ position }) => !held.some(event => distanceMetres(event.position, position) <= metres))

export function reachByTown(shops: readonly Shop[], unreached: readonly Shop[]): readonly TownReach[] {
  const missing = new Set(unreached.map(({ licenceNo }) => licenceNo))
  return [...Map.groupBy(shops, ({ town }) => town)]
    .map(([town, own]) => ({
      town,
      shops: own.length,
      near: own.filter(({ licenceNo }) => !missing.has(licenceNo)).length,
    }))
    .sort((one, other) => one.town.localeCompare(other.town))
}

/**
 * 精准: where the next events reach most shops that none has reached. Greedy covering: each place takes the shops it covers away
 * from the next, at least 63 % of the best there is (Nemhauser, Wolsey and Fisher 1978). Events stand at a shop's door: a place
 * that people find.
 */
export function proposeEvents(unreached: readonly Shop[], metres: number, most: number): readonly Proposal[] {
  const neighbours = neighbourLists(unreached, metres)
  const open = new Set(unreached.keys())
  const proposals: Proposal[] = []
  while (proposals.length < most && open.size > 0) {
    let [best, covers] = [-1, 0]
    for (const n of open) {
      const count = neighbours[n]?.filter(other => open.has(other)).length ?? 0
      if (count > covers) [best, covers] = [n, count]
    }
    const shop = unreached[best]
    if (!shop) break
    proposals.push({ town: shop.town, position: shop.position, shops: covers, at: shop.licenceNo })
    for (const covered of neighbours[best] ?? []) open.delete(covered)
  }
  return proposals
}

/** For each shop those within reach, itself among them; cells as wide as the reach keep it from comparing all with all. */
function neighbourLists(shops: readonly Shop[], metres: number): readonly (readonly number[])[] {
  // A degree of latitude is 111 km; one of longitude is less, so a cell is at least as wide as the reach either way below 60°.
  const size = (metres / 111_000) * 2
  const cellOf = ({ lng, lat }: Position): readonly [number, number] => [Math.floor(lng / size), Math.floor(lat / size)]
  const cells = Map.groupBy(shops.keys(), n => cellOf(shops[n]?.position ?? { lng: 0, lat: 0 }).join())
  return shops.map(({ position }) => {
    const [x, y] = cellOf(position)
    const near: number[] = []
    for (let dx = -1; dx <= 1; dx += 1)
      for (let dy = -1; dy <= 1; dy += 1)
        for (const n of cells.get([x + dx, y + dy].join()) ?? []) {
          const other = shops[n]
          if (other && distanceMetres(other.position, position) <= metres) near.push(n)
        }
    return near
  })
}

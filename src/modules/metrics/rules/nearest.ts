import { distanceMetres, type Position } from '#kernel/position'

export interface Nearest<P> {
  readonly point: P
  readonly metres: number
}

const metresPerDegree = 111_195

/**
 * Finds the nearest of many points: they are kept by latitude, and a search walks north and south only as far as a nearer one can
 * still lie. Exact; 20,000 shops against 1,400 points take some hundredths of a second instead of 28 million distances.
 */
export function nearestOf<P extends Position>(points: readonly P[]): (from: Position) => Nearest<P> | undefined {
  const sorted = points.toSorted((a, b) => a.lat - b.lat)
  return from => {
    let best: Nearest<P> | undefined
    const start = firstFrom(sorted, from.lat)
    const look = (point: P | undefined): boolean => {
      if (point === undefined) return false
      if (best && Math.abs(point.lat - from.lat) * metresPerDegree > best.metres * 1.001) return false
      const metres = distanceMetres(from, point)
      if (best === undefined || metres < best.metres) best = { point, metres }
      return true
    }
    for (let n = start; look(sorted[n]); n += 1);
    for (let n = start - 1; look(sorted[n]); n -= 1);
    return best
  }
}

/** Index of the first point that lies not south of the latitude. */
function firstFrom(sorted: readonly Position[], lat: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.lat ?? 0) < lat) low = middle + 1
    else high = middle
  }
  return low
}

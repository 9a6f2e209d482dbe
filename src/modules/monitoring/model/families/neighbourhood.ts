import { at } from '../matrix.ts'
import type { Subject, Visit } from '../records.ts'

/** Nearby visits, nearer and later ones counting more. */
export interface Ring {
  readonly metres: number
  readonly halfLife: number
}

interface Spot {
  readonly column: number
  readonly row: number
}

const metresPerDegree = 111_195
/** Cells of a quarter of the ring's radius; beyond five radii a visit weighs less than a thousandth. */
const cellsPerRadius = 4
const reach = 5 * cellsPerRadius

/**
 * What happened around a place, for one ring: visits summed up in cells, faded by their age, then spread over the
 * neighbourhood with weight 1 / (1 + (distance / radius)²)².
 */
export class Neighbourhood {
  private readonly ring: Ring
  private readonly middle: number
  private readonly width: number
  private readonly cells = new Map<number, { spot: Spot; sums: Float64Array }>()
  private day = 0

  /** @param latitude of the middle of the county: how wide a degree of longitude is. */
  constructor(ring: Ring, latitude: number, width: number) {
    this.ring = ring
    this.middle = Math.cos((latitude * Math.PI) / 180)
    this.width = width
  }

  add(visit: Visit, values: readonly number[]): void {
    const spot = this.spotOf(visit)
    if (!spot) return
    this.fadeTo(visit.day)
    const key = keyOf(spot.column, spot.row)
    const cell = this.cells.get(key) ?? { spot, sums: new Float64Array(this.width) }
    for (let k = 0; k < this.width; k += 1) cell.sums[k] = at(cell.sums, k) + (values[k] ?? 0)
    this.cells.set(key, cell)
  }

  /** The sums around each subject as of `day`, its own visits taken off. */
  around(
    subjects: readonly Subject[],
    day: number,
    own: (entity: string) => readonly Visit[],
    valuesOf: (visit: Visit) => readonly number[],
  ): Float64Array[] {
    this.fadeTo(day)
    const blocks = this.blocks()
    const memory = new Map<number, Float64Array>()
    return subjects.map(subject => {
      const spot = this.spotOf(subject)
      if (!spot) return new Float64Array(this.width)
      const key = keyOf(spot.column, spot.row)
      const sums = memory.get(key) ?? this.spread(spot, blocks)
      memory.set(key, sums)
      const others = Float64Array.from(sums)
      for (const visit of own(subject.entity)) {
        const there = this.spotOf(visit)
        if (there?.column !== spot.column || there.row !== spot.row) continue
        const fade = 0.5 ** ((day - visit.day) / this.ring.halfLife)
        const values = valuesOf(visit)
        for (let k = 0; k < this.width; k += 1) others[k] = Math.max(0, at(others, k) - fade * (values[k] ?? 0))
      }
      return others
    })
  }

  private spread(spot: Spot, blocks: ReadonlyMap<number, readonly { spot: Spot; sums: Float64Array }[]>): Float64Array {
    const total = new Float64Array(this.width)
    const blockColumn = Math.floor(spot.column / reach)
    const blockRow = Math.floor(spot.row / reach)
    for (let dc = -1; dc <= 1; dc += 1)
      for (let dr = -1; dr <= 1; dr += 1)
        for (const cell of blocks.get(keyOf(blockColumn + dc, blockRow + dr)) ?? []) {
          const q = 1 + ((cell.spot.column - spot.column) ** 2 + (cell.spot.row - spot.row) ** 2) / cellsPerRadius ** 2
          const weight = 1 / (q * q)
          for (let k = 0; k < this.width; k += 1) total[k] = at(total, k) + weight * at(cell.sums, k)
        }
    return total
  }

  private blocks(): Map<number, { spot: Spot; sums: Float64Array }[]> {
    const blocks = new Map<number, { spot: Spot; sums: Float64Array }[]>()
    for (const cell of this.cells.values()) {
      const key = keyOf(Math.floor(cell.spot.column / reach), Math.floor(cell.spot.row / reach))
      const block = blocks.get(key)
      if (block) block.push(cell)
      else blocks.set(key, [cell])
    }
    return blocks
  }

  private fadeTo(day: number): void {
    if (day === this.day) return
    const fade = 0.5 ** ((day - this.day) / this.ring.halfLife)
    for (const { sums } of this.cells.values()) for (let k = 0; k < this.width; k += 1) sums[k] = at(sums, k) * fade
    this.day = day
  }

  private spotOf({ lng, lat }: Subject): Spot | undefined {
    if (Number.isNaN(lng) || Number.isNaN(lat)) return undefined
    const size = this.ring.metres / cellsPerRadius
    return {
      column: Math.floor((lng * metresPerDegree * this.middle) / size),
      row: Math.floor((lat * metresPerDegree) / size),
    }
  }
}

/** Both numbers stay far below 2²⁵ on this planet. */
const keyOf = (column: number, row: number): number => (column + 33_554_432) * 67_108_864 + (row + 33_554_432)

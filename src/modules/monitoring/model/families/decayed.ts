import { itemAt } from '../matrix.ts'

/**
 * Sums by key that fade: after one half-life a visit counts half. Several numbers a key; visits are added in order of their days.
 */
export class DecayedSums {
  private readonly slots = new Map<string, number>()
  private readonly sums: number[] = []
  private readonly days: number[] = []
  private readonly width: number
  private readonly halfLife: number

  constructor(width: number, halfLife: number) {
    this.width = width
    this.halfLife = halfLife
  }

  add(key: string, day: number, values: readonly number[]): void {
    const slot = this.slots.get(key) ?? this.open(key, day)
    const fade = 0.5 ** ((day - itemAt(this.days, slot)) / this.halfLife)
    const from = slot * this.width
    for (let i = 0; i < this.width; i += 1) this.sums[from + i] = itemAt(this.sums, from + i) * fade + (values[i] ?? 0)
    this.days[slot] = day
  }

  /** The `index`-th sum of a key as it stands on `day`; 0 for a key never seen. */
  read(key: string, day: number, index: number): number {
    const slot = this.slots.get(key)
    if (slot === undefined) return 0
    return itemAt(this.sums, slot * this.width + index) * 0.5 ** ((day - itemAt(this.days, slot)) / this.halfLife)
  }

  keys(): Iterable<string> {
    return this.slots.keys()
  }

  private open(key: string, day: number): number {
    const slot = this.slots.size
    this.slots.set(key, slot)
    for (let i = 0; i < this.width; i += 1) this.sums.push(0)
    this.days.push(day)
    return slot
  }
}

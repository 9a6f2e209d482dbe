export interface Box {
  readonly id: number
  /** Middle of the sign; the words stand `below` under it. */
  readonly x: number
  readonly y: number
  readonly wide: number
  /** The greater, the sooner it gets its words. */
  readonly weight: number
}

export interface LabelSizes {
  /** Half of the sign. */
  readonly sign: number
  readonly below: number
  readonly high: number
}

interface Area {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const meets = (a: Area, b: Area): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/**
 * Which things of a dense drawing get their words: by weight, and only where no other words and no other sign stand. What gets none
 * keeps its sign, its name for a screen reader and its row in the table.
 */
export function labelled(boxes: readonly Box[], { sign, below, high }: LabelSizes): ReadonlySet<number> {
  const signs = boxes.map(({ id, x, y }) => ({
    id,
    area: { left: x - sign, right: x + sign, top: y - sign, bottom: y + sign },
  }))
  const taken: Area[] = []
  const chosen = new Set<number>()
  for (const { id, x, y, wide } of boxes.toSorted((a, b) => b.weight - a.weight || a.id - b.id)) {
    const area = { left: x - wide / 2, right: x + wide / 2, top: y + below, bottom: y + below + high }
    if (taken.some(other => meets(area, other))) continue
    if (signs.some(other => other.id !== id && meets(area, other.area))) continue
    taken.push(area)
    chosen.add(id)
  }
  return chosen
}

/** How wide words are at a size, roughly: a Chinese character is a square, a letter or digit six tenths of one. */
export const wordsWide = (text: string, size: number): number =>
  [...text].reduce((sum, one) => sum + (/[\u2E80-\uFFEF]/u.test(one) ? size : 0.6 * size), 0)

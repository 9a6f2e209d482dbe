export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export interface Shift {
  readonly dx: number
  readonly dy: number
}

/** From the mark's middle: what a label above it leaves free, so that one below it does not lie on the mark. */
const mark = 18

/** Where a label that stands above its mark may stand instead, the nearest first. */
const places = ({ width, height }: Box): readonly Shift[] => {
  const aside = width / 2 + mark / 2
  return [
    { dx: 0, dy: 0 },
    { dx: 0, dy: height + mark },
    { dx: aside, dy: 0 },
    { dx: -aside, dy: 0 },
    { dx: aside, dy: (height + mark) / 2 },
    { dx: -aside, dy: (height + mark) / 2 },
    { dx: aside, dy: height + mark },
    { dx: -aside, dy: height + mark },
    { dx: 0, dy: -height },
  ]
}

const moved = (box: Box, { dx, dy }: Shift): Box => ({ ...box, x: box.x + dx, y: box.y + dy })

function overlap(one: Box, other: Box): number {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return Math.max(0, across) * Math.max(0, down)
}

/** The first place free of the labels that stand already; where all are taken, the one that covers least. */
function placeLabel(label: Box, standing: readonly Box[]): Shift {
  let best: Shift = { dx: 0, dy: 0 }
  let least = Number.POSITIVE_INFINITY
  for (const shift of places(label)) {
    const covered = standing.reduce((sum, one) => sum + overlap(moved(label, shift), one), 0)
    if (covered < least) [best, least] = [shift, covered]
    if (covered === 0) break
  }
  return best
}

/** 镇街名不相叠: the layout of a series whose labels are laid one after the other; a new drawing begins with its first label. */
export function labelPlacer(): (label: { readonly dataIndex?: number; readonly labelRect: Box }) => Shift {
  let standing: Box[] = []
  return ({ dataIndex, labelRect }) => {
    if (dataIndex === 0) standing = []
    const shift = placeLabel(labelRect, standing)
    standing.push(moved(labelRect, shift))
    return shift
  }
}

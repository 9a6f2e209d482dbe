import { describe, expect, it } from 'vitest'
import { type Box, labelPlacer } from './place-label.ts'

const label = (x: number, y: number): Box => ({ x, y, width: 60, height: 46 })
const drawn = (boxes: readonly Box[], place = labelPlacer()) =>
  boxes.map((labelRect, dataIndex) => {
    const { dx, dy } = place({ dataIndex, labelRect })
    return { ...labelRect, x: labelRect.x + dx, y: labelRect.y + dy }
  })
const apart = (a: Box, b: Box) =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y

describe('names on the map', () => {
  it('stay above their marks where there is room', () => {
    const far = [label(0, 0), label(100, 0), label(0, 100)]
    expect(drawn(far)).toEqual(far)
  })

  it.each([
    ['beside each other', [label(0, 0), label(30, 5)]],
    ['one under the other', [label(0, 0), label(4, 20)]],
    ['three in a heap', [label(0, 0), label(20, 12), label(-15, 8)]],
  ])('do not lie on each other: %s', (_, boxes) => {
    const laid = drawn(boxes)
    for (const [n, one] of laid.entries())
      for (const other of laid.slice(n + 1)) expect(apart(one, other), JSON.stringify(laid)).toBe(true)
  })

  it('are laid anew with every drawing', () => {
    const place = labelPlacer()
    const near = [label(0, 0), label(30, 5)]
    expect(drawn(near, place)).toEqual(drawn(near, place))
  })
})

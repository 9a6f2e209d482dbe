import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Box, labelled, wordsWide } from './labels.ts'

const sizes = { sign: 15, below: 18, high: 16 }
const box = fc.record({
  x: fc.integer({ min: 0, max: 600 }),
  y: fc.integer({ min: 0, max: 400 }),
  wide: fc.integer({ min: 20, max: 160 }),
  weight: fc.integer({ min: 0, max: 5 }),
})
const boxes = fc.array(box, { maxLength: 60 }).map(all => all.map((one, id) => ({ id, ...one })))
const area = ({ x, y, wide }: Box) => ({ left: x - wide / 2, right: x + wide / 2, top: y + 18, bottom: y + 34 })

it('no words lie over other words or over another sign, and the weightiest always has its words unless a sign is in the way', () => {
  fc.assert(
    fc.property(boxes, all => {
      const shown = all.filter(({ id }) => labelled(all, sizes).has(id))
      for (const [n, one] of shown.entries()) {
        const a = area(one)
        for (const other of shown.slice(n + 1)) {
          const b = area(other)
          expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false)
        }
        for (const other of all.filter(({ id }) => id !== one.id))
          expect(
            a.left < other.x + 15 && other.x - 15 < a.right && a.top < other.y + 15 && other.y - 15 < a.bottom,
          ).toBe(false)
      }
    }),
  )
})

it('the heavier of two that meet has its words; alone everything has', () => {
  const two = [
    { id: 1, x: 0, y: 0, wide: 80, weight: 0 },
    { id: 2, x: 40, y: 2, wide: 80, weight: 1 },
  ]
  expect([...labelled(two, sizes)]).toEqual([2])
  expect(labelled([{ id: 1, x: 0, y: 0, wide: 80, weight: 0 }], sizes).size).toBe(1)
  expect([wordsWide('线索', 13), wordsWide('12', 10)]).toEqual([26, 12])
})

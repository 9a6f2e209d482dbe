import { expect, it } from 'vitest'
import { fitScale, layOut } from './layout.ts'

const ids = [1, 2, 3, 4, 5, 6]
const links = ids.slice(1).map(to => ({ from: 1, to }))

it('the same nodes give the same drawing, nobody stands on another', () => {
  const first = layOut(ids, links, new Map())
  expect([...layOut(ids, links, new Map())]).toEqual([...first])
  const places = [...first.values()]
  for (const [n, a] of places.entries())
    for (const b of places.slice(n + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(40)
})

it('signs and their words stand apart at the scale the drawing is shown at, also around one of forty', () => {
  const many = Array.from({ length: 41 }, (_, n) => n + 1)
  const places = [
    ...layOut(
      many,
      many.slice(1).map(to => ({ from: 1, to })),
      new Map(),
    ).values(),
  ]
  const scale = fitScale(places)
  for (const [n, a] of places.entries())
    for (const b of places.slice(n + 1))
      expect(Math.abs(a.x - b.x) * scale > 70 || Math.abs(a.y - b.y) * scale > 50).toBe(true)
})

it('an expansion leaves what stood roughly where it stood', () => {
  const first = layOut(ids, links, new Map())
  const second = layOut([...ids, 7, 8], [...links, { from: 6, to: 7 }, { from: 6, to: 8 }], first)
  for (const id of ids) {
    const [a, b] = [first.get(id), second.get(id)]
    expect(Math.hypot((a?.x ?? 0) - (b?.x ?? 999), (a?.y ?? 0) - (b?.y ?? 999))).toBeLessThan(280)
  }
})

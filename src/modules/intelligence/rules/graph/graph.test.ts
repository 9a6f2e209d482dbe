import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edgeKinds, edgeRules, mayJoin, nodeKinds } from './kinds.ts'
import { layersOf } from './layers.ts'
import { overlayOf, type Pair } from './merges.ts'
import { type Neighbours, nearest, shortestPath } from './search.ts'

const pairs = fc.array(
  fc.record({ a: fc.integer({ min: 1, max: 14 }), b: fc.integer({ min: 1, max: 14 }) }).filter(({ a, b }) => a !== b),
  { maxLength: 30 },
)
const graphOf =
  (edges: readonly Pair[]): Neighbours =>
  async frontier =>
    frontier.flatMap(from =>
      edges.flatMap(({ a, b }) => (a === from ? [{ from, to: b }] : b === from ? [{ from, to: a }] : [])),
    )
const limits = { steps: 40, seen: 1_000 }

/** Rings counted one by one, the plainest way there is. */
function distance(edges: readonly Pair[], from: number, to: number): number | undefined {
  const seen = new Map([[from, 0]])
  for (const [node, steps] of seen)
    for (const { a, b } of edges)
      for (const [x, y] of [
        [a, b],
        [b, a],
      ] as const)
        if (x === node && !seen.has(y)) seen.set(y, steps + 1)
  return seen.get(to)
}

describe('a path between two nodes', () => {
  it('is as short as the shortest, joins neighbours only, and is missing only where there is none', () =>
    fc.assert(
      fc.asyncProperty(
        pairs,
        fc.integer({ min: 1, max: 14 }),
        fc.integer({ min: 1, max: 14 }),
        async (edges, from, to) => {
          const answer = await shortestPath(from, to, graphOf(edges), limits)
          const steps = distance(edges, from, to)
          if (steps === undefined) {
            expect(answer).toEqual({ kind: 'none' })
            return
          }
          if (answer.kind !== 'path') throw new Error(answer.kind)
          expect(answer.nodes.length - 1).toBe(steps)
          expect([answer.nodes[0], answer.nodes.at(-1)]).toEqual([from, to])
          for (const [n, node] of answer.nodes.slice(1).entries())
            expect(edges.some(({ a, b }) => [a, b].includes(node) && [a, b].includes(answer.nodes[n] ?? 0))).toBe(true)
        },
      ),
    ))

  it('that is longer than the limit is not called missing', async () => {
    const line = [1, 2, 3, 4, 5].map(n => ({ a: n, b: n + 1 }))
    expect(await shortestPath(1, 6, graphOf(line), { steps: 4, seen: 100 })).toEqual({ kind: 'tooFar' })
    expect(await shortestPath(1, 6, graphOf(line), { steps: 9, seen: 3 })).toEqual({ kind: 'tooFar' })
  })
})

it('the nearest targets come with a way to each, nearest first, and say when more were left out', async () => {
  const edges = [
    { a: 1, b: 2 },
    { a: 2, b: 9 },
    { a: 2, b: 3 },
    { a: 3, b: 8 },
  ]
  const targets = async (ring: readonly number[]) => ring.filter(node => node >= 8)
  const asked = { ...limits, found: 2 }
  expect(await nearest(1, graphOf(edges), targets, asked)).toEqual({
    paths: [
      [1, 2, 9],
      [1, 2, 3, 8],
    ],
    cut: false,
  })
  expect(await nearest(1, graphOf(edges), targets, { ...asked, found: 1 })).toEqual({ paths: [[1, 2, 9]], cut: true })
})

it('layers of persons count whom one or another case leads to, whatever lies between', () => {
  const kinds = { persons: new Set([10, 11, 12, 13]), matters: new Set([1, 2]) }
  const line = (...ids: readonly number[]) => ids.slice(1).map((to, n) => ({ from: ids[n] ?? 0, to }))
  expect(layersOf(1, kinds, [])).toBe(0)
  // Two persons of the case itself are one layer; a telephone (5) leads to a third, whom another case (2) names with a fourth.
  const edges = [...line(1, 10), ...line(1, 11), ...line(10, 5, 12), ...line(2, 12), ...line(2, 13)]
  expect(layersOf(1, kinds, edges.slice(0, 2))).toBe(1)
  expect(layersOf(1, kinds, edges)).toBe(3)
  expect(layersOf(1, kinds, [...edges, ...line(1, 5)])).toBe(2)
  // Two cases that name one telephone, each with its own person.
  expect(layersOf(1, kinds, [...line(1, 10), ...line(1, 5), ...line(2, 5), ...line(2, 13)])).toBe(2)
})

describe('a merge', () => {
  it('taken back leaves exactly what would be without it, whatever else was merged before or after', () => {
    fc.assert(
      fc.property(pairs, fc.nat(), (merges, pick) => {
        fc.pre(merges.length > 0)
        const undone = pick % merges.length
        const left = merges.filter((_, n) => n !== undone)
        const again = [...left.slice(undone), ...left.slice(0, undone)]
        expect(overlayOf(again)).toEqual(overlayOf(left))
      }),
    )
  })

  it('joins everybody who is joined through others, under the smallest of them', () => {
    fc.assert(
      fc.property(pairs, merges => {
        const overlay = new Map(overlayOf(merges).map(({ nodeId, rootId }) => [nodeId, rootId]))
        for (const a of overlay.keys())
          for (const b of overlay.keys())
            expect(overlay.get(a) === overlay.get(b)).toBe(distance(merges, a, b) !== undefined)
        for (const [node, root] of overlay) expect(root).toBeLessThanOrEqual(node)
      }),
    )
  })
})

it('nothing joins kinds that no rule names, and no kind is a picture', () => {
  expect(mayJoin('clue', 'names', 'phone')).toBe(true)
  expect(mayJoin('phone', 'names', 'clue')).toBe(false)
  expect(nodeKinds.filter(kind => /face|photo|image/u.test(kind))).toEqual([])
  for (const kind of edgeKinds) expect(edgeRules[kind].from.length * edgeRules[kind].to.length).toBeGreaterThan(0)
})

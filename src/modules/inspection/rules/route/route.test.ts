import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RouteNode, type RouteProblem, wayMatrix } from './problem.ts'
import { type Routes, searchRoutes } from './search.ts'

/** A clock that moves with every look: the search ends after the same number of rounds on every machine. */
const steps = (looks: number) => {
  let at = 0
  return { now: () => at++, milliseconds: looks }
}

const place = (x: number, y: number, more: Partial<RouteNode> = {}): RouteNode => ({
  x,
  y,
  service: 0,
  open: 0,
  close: 1_000,
  demand: 1,
  profit: 1,
  ...more,
})

/** Straight from the definition, without the schedule the search keeps. */
function faults({ nodes, way, capacity, vehicles, goal }: RouteProblem, { routes }: Routes): string[] {
  const found: string[] = []
  const seen = routes.flat()
  if (new Set(seen).size !== seen.length) found.push('twice')
  if (goal === 'all' && seen.length !== nodes.length - 1) found.push('missing')
  if (routes.length > vehicles) found.push('vehicles')
  for (const route of routes) {
    let [at, previous, load] = [nodes[0]?.open ?? 0, 0, 0]
    for (const node of [...route, 0]) {
      at += (previous === 0 ? 0 : (nodes[previous]?.service ?? 0)) + (way[previous * nodes.length + node] ?? 0)
      at = Math.max(at, nodes[node]?.open ?? 0)
      if (at > (nodes[node]?.close ?? 0) + 1e-6) found.push(`late at ${node}`)
      load += node === 0 ? 0 : (nodes[node]?.demand ?? 0)
      previous = node
    }
    if (load > capacity) found.push('capacity')
  }
  return found
}

const randomNodes = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: 100 }),
    y: fc.integer({ min: 0, max: 100 }),
    service: fc.integer({ min: 0, max: 10 }),
    open: fc.integer({ min: 0, max: 300 }),
    width: fc.integer({ min: 20, max: 400 }),
    demand: fc.integer({ min: 1, max: 10 }),
    profit: fc.integer({ min: 1, max: 20 }),
  }),
  { minLength: 1, maxLength: 14 },
)
const problemOf = (goal: 'all' | 'best', rows: readonly { x: number; y: number; open: number; width: number }[]) => {
  const nodes = [
    place(50, 50),
    ...rows.map(({ width, ...row }) => place(row.x, row.y, { ...row, close: row.open + width })),
  ]
  return { goal, nodes, vehicles: goal === 'all' ? nodes.length : 2, capacity: 30, way: wayMatrix(nodes) }
}

describe('the route of a day', () => {
  it('keeps opening hours, capacity and the end of the day, and visits nobody twice, whatever the places are', () => {
    fc.assert(
      fc.property(randomNodes, fc.constantFrom('all' as const, 'best' as const), (rows, goal) => {
        const problem = problemOf(goal, rows)
        const found = searchRoutes(problem, { seed: 1, ...steps(6) })
        const impossible = goal === 'all' && found.absent.length > 0
        expect(faults(problem, found).filter(fault => !(impossible && fault === 'missing'))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('finds the shortest round through the corners of a square and never crosses itself', () => {
    const nodes = [place(0, 0), place(0, 10), place(10, 10), place(10, 0)]
    const found = searchRoutes(
      { goal: 'all', nodes, vehicles: 3, capacity: 9, way: wayMatrix(nodes) },
      { seed: 1, ...steps(20) },
    )
    expect(found.length).toBeCloseTo(40)
    expect(found.routes).toHaveLength(1)
  })

  it('leaves the worthless far door out where time is short', () => {
    const nodes = [place(0, 0, { close: 50 }), place(0, 10, { profit: 5 }), place(0, 200, { profit: 9 }), place(10, 10)]
    const found = searchRoutes(
      { goal: 'best', nodes, vehicles: 1, capacity: Number.POSITIVE_INFINITY, way: wayMatrix(nodes) },
      { seed: 1, ...steps(20) },
    )
    expect(found.profit).toBe(6)
    expect(found.absent).toEqual([2])
  })

  it('is the same plan for the same seed', () => {
    const problem = problemOf(
      'all',
      Array.from({ length: 12 }, (_, n) => ({ x: (n * 37) % 100, y: (n * 61) % 100, open: n * 10, width: 300 })),
    )
    const plan = () => searchRoutes(problem, { seed: 7, ...steps(10) })
    expect(plan()).toEqual(plan())
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Call, nearestNeighbour, type Problem, planRoute, travel } from './plan.ts'

const policy = { travelKmPerHour: 30, detourFactor: 1.3, handlingMinutes: 8 }
const depot = { lng: 112.44, lat: 22.345 }
const call = (id: string, lng: number, lat = 22.345, opens = 480, closes = 1200): Call => ({
  id,
  at: { lng, lat },
  opens,
  closes,
})

const anyCalls = fc
  .array(
    fc.record({
      lng: fc.double({ min: 112.2, max: 112.6, noNaN: true }),
      lat: fc.double({ min: 22.1, max: 22.5, noNaN: true }),
      opens: fc.integer({ min: 420, max: 700 }),
      stays: fc.integer({ min: 20, max: 600 }),
    }),
    { maxLength: 9 },
  )
  .map(list => list.map(({ lng, lat, opens, stays }, i) => call(`S${i}`, lng, lat, opens, opens + stays)))
const problemOf = (calls: readonly Call[]): Problem => ({ depot, startMinute: 510, calls })

describe('a round', () => {
  it('visits every door exactly once', () => {
    fc.assert(
      fc.property(anyCalls, calls => {
        const ids = planRoute(problemOf(calls), policy).stops.map(stop => stop.id)
        expect(ids.toSorted()).toEqual(calls.map(one => one.id).toSorted())
      }),
      { numRuns: 60 },
    )
  })

  it('is never worse than always going to the nearest door', () => {
    fc.assert(
      fc.property(anyCalls, calls => {
        const plain = travel(problemOf(calls), nearestNeighbour(problemOf(calls)), policy)
        const planned = planRoute(problemOf(calls), policy)
        expect(planned.lateCount).toBeLessThanOrEqual(plain.lateCount)
        if (planned.lateCount === plain.lateCount) expect(planned.endMinute).toBeLessThanOrEqual(plain.endMinute + 1e-6)
      }),
      { numRuns: 60 },
    )
  })

  it('keeps each window or names the door as late, and never arrives before it opens', () => {
    fc.assert(
      fc.property(anyCalls, calls => {
        for (const stop of planRoute(problemOf(calls), policy).stops) {
          const { opens, closes } = calls.find(one => one.id === stop.id) ?? call('', 0)
          expect(stop.arrive).toBeGreaterThanOrEqual(opens)
          expect(stop.late).toBe(stop.arrive > closes)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('goes first to a far door that closes early', () => {
    const calls = [call('near', 112.45), call('early', 112.5, 22.345, 480, 530)]
    expect(planRoute(problemOf(calls), policy).stops.map(stop => stop.id)).toEqual(['early', 'near'])
    expect(planRoute(problemOf(calls), policy).lateCount).toBe(0)
  })

  it('takes doors along one road in their order and counts the way home', () => {
    const route = planRoute(problemOf([call('c', 112.47), call('a', 112.45), call('b', 112.46)]), policy)
    expect(['a,b,c', 'c,b,a']).toContain(route.stops.map(stop => stop.id).join())
    expect(route.metres).toBeGreaterThan(2 * 3000)
    expect(planRoute(problemOf([]), policy)).toMatchObject({ stops: [], metres: 0, endMinute: 510 })
  })
})

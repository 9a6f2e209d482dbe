import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Position } from './position.ts'
import {
  type Gate,
  gateDistance,
  lineHint,
  type SchoolLimits,
  schoolSurroundings,
  type Walk,
} from './school-distance.ts'

const limits: SchoolLimits = { schoolMetres: 100, kindergartenMetres: 50, positionErrorMetres: 10 }
const door: Position = { lng: 112.44, lat: 22.345 }
/** North by metres: one degree of latitude is 111,195 m. */
const north = (metres: number, from: Position = door): Position => ({ lng: from.lng, lat: from.lat + metres / 111_195 })
const gate = (metres: number, kind = 'primary', schoolId = 'S1'): Gate => ({
  ...north(metres),
  schoolId,
  gate: '正门',
  kind,
})
const walk = (metres: number, to: Gate, change: Partial<Walk> = {}): Walk => ({
  schoolId: to.schoolId,
  gate: to.gate,
  metres,
  door,
  gateAt: to,
  ...change,
})

describe('the straight line on the map', () => {
  it.each([
    [70, 'near', 'primary'],
    [85, 'unsure', 'primary'],
    [119, 'unsure', 'primary'],
    [121, 'far', 'primary'],
    [29, 'near', 'kindergarten'],
    [69, 'unsure', 'kindergarten'],
    [71, 'far', 'kindergarten'],
    [85, 'unsure', 'special'],
    [70, 'near', 'vocational'],
  ] as const)('of %i m is “%s” for a %s gate', (metres, verdict, kind) => {
    expect(gateDistance(door, gate(metres, kind), [], limits)).toMatchObject({ verdict, walk: null })
  })

  it('never says far where some true pair of points within the error lies nearer than the limit', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 400, noNaN: true }),
        fc.double({ min: -10, max: 10, noNaN: true }),
        fc.double({ min: -10, max: 10, noNaN: true }),
        (metres, doorOff, gateOff) => {
          const { verdict } = gateDistance(door, gate(metres), [], limits)
          const truly = lineHint(north(doorOff), north(metres + gateOff), 0).metres
          return verdict !== 'far' || truly >= limits.schoolMetres - 1e-6
        },
      ),
    )
  })

  it('says nothing without a position', () => {
    expect(gateDistance(null, gate(10), [], limits)).toMatchObject({ verdict: 'noPosition', line: null })
  })
})

describe('a measured walk', () => {
  it.each([
    [99.9, 'inside'],
    [100, 'outside'],
    [140.2, 'outside'],
  ])('of %d m decides against any line: %s', (metres, verdict) => {
    for (const line of [40, 85, 300])
      expect(gateDistance(door, gate(line), [walk(metres, gate(line))], limits)).toMatchObject({
        verdict,
        walk: metres,
        walkOutdated: false,
      })
  })

  it('is of one gate only, and the newest of it counts', () => {
    const one = gate(80)
    expect(gateDistance(door, one, [walk(60, one, { gate: '东门' })], limits).walk).toBeNull()
    expect(gateDistance(door, one, [walk(130, one), walk(60, one)], limits).verdict).toBe('outside')
  })

  it('counts no more when door or gate have moved farther than their error', () => {
    const one = gate(80)
    const moved = [walk(130, one, { door: north(25) }), walk(130, one, { gateAt: north(110) })]
    for (const old of moved)
      expect(gateDistance(door, one, [old], limits)).toMatchObject({
        verdict: 'unsure',
        walk: null,
        walkOutdated: true,
      })
    expect(gateDistance(door, one, [walk(130, one, { door: north(15) })], limits).walk).toBe(130)
  })
})

describe('the surroundings of a shop', () => {
  const far = gate(500, 'primary', 'S9')
  it('are inside by one walk, to be measured by one open gate, outside when all are settled', () => {
    const [a, b] = [gate(60), gate(80, 'primary', 'S2')]
    expect(schoolSurroundings(door, [far, a, b], [], limits).verdict).toBe('toMeasure')
    expect(schoolSurroundings(door, [far, a, b], [walk(120, a)], limits).verdict).toBe('toMeasure')
    expect(schoolSurroundings(door, [far, a, b], [walk(120, a), walk(130, b)], limits).verdict).toBe('outside')
    expect(schoolSurroundings(door, [far, a, b], [walk(90, a)], limits).verdict).toBe('inside')
    expect(schoolSurroundings(door, [far], [], limits)).toEqual({ verdict: 'outside', gates: [] })
    expect(schoolSurroundings(null, [far], [], limits).verdict).toBe('unknown')
  })

  it('name the gates that matter, nearest first', () => {
    const [a, b] = [gate(90), gate(60, 'primary', 'S2')]
    expect(schoolSurroundings(door, [far, a, b], [], limits).gates.map(one => one.gate.schoolId)).toEqual(['S2', 'S1'])
  })
})

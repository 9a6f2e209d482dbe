import fc from 'fast-check'
import { expect, it } from 'vitest'
import { distanceMetres } from '#kernel/position'
import { nearestOf } from './nearest.ts'

const place = fc.record({
  lng: fc.double({ min: 111.9, max: 112.6, noNaN: true }),
  lat: fc.double({ min: 21.9, max: 22.5, noNaN: true }),
})

it('the nearest point is the nearest of all', () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 40 }), place, (points, from) => {
      const least = Math.min(...points.map(point => distanceMetres(from, point)))
      expect(nearestOf(points)(from)?.metres).toBeCloseTo(least, 6)
    }),
  )
})

it('without points there is no nearest one', () => {
  expect(nearestOf([])({ lng: 112, lat: 22 })).toBeUndefined()
})

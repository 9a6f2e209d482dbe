import fc from 'fast-check'
import { expect, it } from 'vitest'
import { distanceMetres } from '#kernel/position'
import { moved, pinOfText, textOfPin, type Way } from './pin.ts'

const place = fc.record({
  lng: fc.double({ min: 111, max: 113, noNaN: true }),
  lat: fc.double({ min: 21, max: 23, noNaN: true }),
  accuracyMetres: fc.integer({ min: 0, max: 200 }),
})
const back: Readonly<Record<Way, Way>> = { north: 'south', south: 'north', west: 'east', east: 'west' }

it('a pin moved by so many metres is that far away, and comes back', () => {
  fc.assert(
    fc.property(
      place,
      fc.constantFrom<Way>('north', 'south', 'west', 'east'),
      fc.constantFrom(10, 100),
      (pin, way, n) => {
        const there = moved(pin, way, n)
        expect(Math.abs(distanceMetres(pin, there) - n)).toBeLessThan(1)
        expect(distanceMetres(moved(there, back[way], n), pin)).toBeLessThan(1)
      },
    ),
  )
})

it('its line is read back as it was', () => {
  fc.assert(
    fc.property(place, pin => {
      const text = textOfPin(pin)
      expect(textOfPin(pinOfText(text) ?? pin)).toBe(text)
    }),
  )
  expect(pinOfText('')).toBeUndefined()
  expect(pinOfText('沙湖镇')).toBeUndefined()
  expect(pinOfText('112.44, 22.345')).toEqual({ lng: 112.44, lat: 22.345, accuracyMetres: 50 })
})

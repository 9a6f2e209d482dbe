import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Crs, distanceMetres, fromWgs84, type Position, parsePosition, toWgs84 } from './position.ts'

const enping = { lng: 112.31307, lat: 22.18793 }
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const inside = fc.record({ lng: between(73.6, 135), lat: between(3.5, 53.6) })
const anywhere = fc.record({ lng: between(-180, 180), lat: between(-90, 90) })
const apart = (a: Position, b: Position) => Math.max(Math.abs(a.lng - b.lng), Math.abs(a.lat - b.lat))

describe('conversion', () => {
  // Reference values from the gcoord library, version 1.0.7.
  it.each([
    [enping, 'GCJ02', { lng: 112.31823935443684, lat: 22.18517392062918 }],
    [enping, 'BD09', { lng: 112.32465933386888, lat: 22.191506729071012 }],
    [{ lng: 116.397, lat: 39.909 }, 'GCJ02', { lng: 116.40324350604497, lat: 39.91040339728811 }],
    [{ lng: 116.397, lat: 39.909 }, 'BD09', { lng: 116.40961569346796, lat: 39.916744221722645 }],
    [{ lng: 87.6168, lat: 43.8256 }, 'GCJ02', { lng: 87.61964994946926, lat: 43.82680539311119 }],
    [{ lng: 112.44, lat: 22.345 }, 'BD09', { lng: 112.45172010181386, lat: 22.348615821682337 }],
  ] as const)('%o in %s agrees with the reference', (position, crs, expected) => {
    expect(apart(fromWgs84(position, crs), expected)).toBeLessThan(1e-9)
  })

  it.each<Crs>(['GCJ02', 'BD09'])('%s and back is the same place to 1e-7 degrees', crs => {
    fc.assert(fc.property(inside, position => apart(toWgs84(fromWgs84(position, crs), crs), position) < 1e-7))
    fc.assert(fc.property(inside, position => apart(fromWgs84(toWgs84(position, crs), crs), position) < 1e-7))
  })

  it('moves places in China by at most about a kilometre', () => {
    fc.assert(fc.property(inside, position => distanceMetres(position, fromWgs84(position, 'GCJ02')) < 1500))
  })

  it.each<Crs>(['GCJ02', 'BD09', 'WGS84', 'CGCS2000'])('%s leaves London alone', crs => {
    const london = { lng: -0.1276, lat: 51.5072 }
    expect(fromWgs84(london, crs)).toEqual(london)
    expect(toWgs84(london, crs)).toEqual(london)
  })

  it('takes CGCS2000 for WGS-84', () => {
    fc.assert(fc.property(anywhere, p => toWgs84(p, 'CGCS2000') === p && fromWgs84(p, 'CGCS2000') === p))
  })
})

describe('parsePosition', () => {
  it.each([
    [{ lng: 112.31307, lat: 22.18793 }, enping],
    [{ lng: ' 112.31307 ', lat: '２２.18793' }, enping],
    [
      { lng: '-180', lat: -90 },
      { lng: -180, lat: -90 },
    ],
  ])('reads %j', (input, position) => {
    expect(parsePosition(input)).toEqual({ ok: true, value: position })
  })

  it.each([
    { lng: 22.18793, lat: 112.31307 },
    { lng: 180.1, lat: 0 },
    { lng: Number.NaN, lat: 0 },
    { lng: Number.POSITIVE_INFINITY, lat: 0 },
    { lng: '', lat: '22' },
    { lng: '112,3', lat: '22' },
    { lng: '1e2', lat: '22' },
  ])('refuses %j', input => {
    expect(parsePosition(input)).toEqual({ ok: false, refusal: 'positionInvalid' })
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (lng, lat) => typeof parsePosition({ lng, lat }).ok === 'boolean'))
  })
})

describe('distanceMetres', () => {
  it.each([
    [{ lng: 0, lat: 0 }, { lng: 0, lat: 1 }, 111_195],
    [{ lng: 0, lat: 60 }, { lng: 1, lat: 60 }, 55_597],
    [{ lng: 0, lat: 0 }, { lng: 180, lat: 0 }, 20_015_114],
    [enping, { lng: 112.31307, lat: 22.18883 }, 100],
  ])('from %o to %o: %i m', (a, b, metres) => {
    expect(Math.round(distanceMetres(a, b))).toBe(metres)
  })

  it('is symmetric, zero on the spot and never NaN', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (a, b) => {
        expect(distanceMetres(a, a)).toBe(0)
        expect(distanceMetres(a, b)).toBeCloseTo(distanceMetres(b, a), 6)
        return distanceMetres(a, b) >= 0
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addSticks, formatSticks, parseSticks, sticksOf } from './quantity.ts'

describe('sticksOf', () => {
  it.each([
    [{}, 0],
    [{ packs: 1 }, 20],
    [{ cartons: 50 }, 10_000],
    [{ cases: 20 }, 200_000],
    [{ cartons: 5, packs: 3 }, 1060],
    [{ cases: 1, cartons: 1, packs: 1, sticks: 1 }, 10_221],
  ])('%j is %i sticks', (amount, sticks) => {
    expect(sticksOf(amount)).toBe(sticks)
  })

  it('knows the lines of the law: 20万支 = 1000条 = 20件', () => {
    expect(sticksOf({ cartons: 1000 })).toBe(sticksOf({ cases: 20 }))
    expect(sticksOf({ cases: 20 })).toBe(200_000)
  })

  it.each([
    { packs: 0.5 },
    { cartons: -1 },
    { cartons: 0.1 },
    { sticks: Number.NaN },
    { cases: 1e15 },
    { packs: 1, cartons: -0.1 },
  ])('does not take %j', amount => {
    expect(() => sticksOf(amount)).toThrow(RangeError)
  })
})

it('reads whole numbers that are not negative', () => {
  expect(parseSticks(200)).toEqual({ ok: true, value: 200 })
  for (const wrong of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    expect(parseSticks(wrong)).toEqual({ ok: false, refusal: 'quantityInvalid' })
  }
})

it('adds', () => {
  expect(addSticks(sticksOf({ cartons: 1 }), sticksOf({ packs: 1 }))).toBe(220)
  expect(addSticks()).toBe(0)
})

describe('formatSticks', () => {
  it.each([
    [250_000, '25万支（1,250条）'],
    [200_000, '20万支（1,000条）'],
    [10_000, '1万支（50条）'],
    [12_345, '12,345支（61条7盒5支）'],
    [60, '60支（3盒）'],
    [200, '200支（1条）'],
    [205, '205支（1条5支）'],
    [5, '5支'],
    [0, '0支'],
    [10_000_000_000, '1,000,000万支（50,000,000条）'],
  ])('writes %i as %s', (sticks, text) => {
    expect(formatSticks(sticksOf({ sticks }))).toBe(text)
  })

  it('loses nothing: the units in brackets add up to the whole', () => {
    fc.assert(
      fc.property(fc.nat(5_000_000), sticks => {
        const units = /（(?:([\d,]+)条)?(?:(\d+)盒)?(?:(\d+)支)?）/u.exec(formatSticks(sticksOf({ sticks })))
        if (units === null) return sticks < 20
        const [cartons = 0, packs = 0, rest = 0] = units.slice(1).map(n => Number((n ?? '0').replaceAll(',', '')))
        return cartons * 200 + packs * 20 + rest === sticks
      }),
    )
  })
})

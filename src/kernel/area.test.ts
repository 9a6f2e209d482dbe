import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaCodeFrom, countyOf, isWithin, parseAreaCode, townOf } from './area.ts'

describe('parseAreaCode', () => {
  it.each([
    ['440785', '440785'],
    ['440785103', '440785103'],
    ['440785103201', '440785103201'],
    ['４４０７８５', '440785'],
    ['440785103000', '440785103'],
    ['440785000000', '440785'],
    ['440785000', '440785'],
    ['440700', '440700'],
    ['440000', '440000'],
  ])('reads %s as %s', (text, code) => {
    expect(parseAreaCode(text)).toEqual({ ok: true, value: code })
  })

  it.each(['', '44078', '4407851', '044078', '4407851030', '44078510320A', '恩平'])('refuses %j', text => {
    expect(parseAreaCode(text)).toEqual({ ok: false, refusal: 'areaCodeInvalid' })
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), text => typeof parseAreaCode(text).ok === 'boolean'))
  })
})

it('knows the county and the town of a village', () => {
  const village = areaCodeFrom('440785103201')
  expect(countyOf(village)).toBe('440785')
  expect(townOf(village)).toBe('440785103')
  expect(townOf(areaCodeFrom('440785103'))).toBe('440785103')
  expect(townOf(areaCodeFrom('440785'))).toBeUndefined()
  expect(() => areaCodeFrom('4407')).toThrow(RangeError)
})

describe('isWithin', () => {
  it.each([
    ['440785103201', '440785103', true],
    ['440785103', '440785', true],
    ['440785', '440785', true],
    ['440785', '440700', true],
    ['440785103', '440000', true],
    ['440785', '440785103', false],
    ['440785104', '440785103', false],
    ['440705', '440785', false],
    ['441700', '440700', false],
    ['450785', '440000', false],
    ['440785100', '440785103', false],
  ])('%s within %s: %s', (area, scope, inside) => {
    expect(isWithin(areaCodeFrom(area), areaCodeFrom(scope))).toBe(inside)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { licenceNoParts, makeLicenceNo, parseLicenceNo } from './licence-no.ts'

describe('parseLicenceNo', () => {
  it.each(['440785100123', ' 440785 1 00123 ', '４４０７８５１００１２３'])('reads %j', text => {
    expect(parseLicenceNo(text, '440785')).toEqual({ ok: true, value: '440785100123' })
  })

  it.each([
    ['44078510012', 'licenceNoFormat'],
    ['4407851001234', 'licenceNoFormat'],
    ['44078510O123', 'licenceNoFormat'],
    ['440785300123', 'licenceNoKind'],
    ['440784100123', 'licenceNoIssuer'],
  ])('refuses %s with %s', (text, refusal) => {
    expect(parseLicenceNo(text, '440785')).toMatchObject({ ok: false, refusal })
  })

  it('accepts other bureaus when no issuer is asked for', () => {
    expect(parseLicenceNo('440784100123').ok).toBe(true)
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), text => typeof parseLicenceNo(text).ok === 'boolean'))
  })
})

describe('makeLicenceNo', () => {
  it('is the way back from the parts', () => {
    const anyParts = fc.record({
      area: fc.constantFrom('440785', '440705'),
      kind: fc.constantFrom('individual' as const, 'enterprise' as const),
      serial: fc.integer({ min: 1, max: 99_999 }),
    })
    fc.assert(
      fc.property(anyParts, parts => {
        const made = makeLicenceNo(parts)
        expect(parseLicenceNo(made, parts.area)).toEqual({ ok: true, value: made })
        expect(licenceNoParts(made)).toEqual({ ...parts, serial: String(parts.serial).padStart(5, '0') })
      }),
    )
  })

  it.each([
    { area: '440785', serial: 0 },
    { area: '440785', serial: 100_000 },
    { area: '440785', serial: 1.5 },
    { area: '4407', serial: 1 },
    { area: '440785103', serial: 1 },
  ])('has no number for %j', ({ area, serial }) => {
    expect(() => makeLicenceNo({ area, kind: 'individual', serial })).toThrow(RangeError)
  })
})

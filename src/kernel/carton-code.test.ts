import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCartonCode } from './carton-code.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2026-11-23')
const code = '2090100001234507YCYC440785100123'

describe('parseCartonCode', () => {
  it.each([code, '2090100001234507\nYCYC440785100123', ' 20901 000012345 07 ycyc 440785100123 '])('reads %j', text => {
    expect(parseCartonCode(text, today)).toEqual({
      ok: true,
      value: {
        text: code,
        sortedOn: day('2022-09-01'),
        caseSerial: '000012345',
        carton: 7,
        company: 'YCYC',
        licenceNo: '440785100123',
      },
    })
  })

  it.each([
    ['61123', '2026-11-23', '2026-11-23'],
    ['61124', '2026-11-23', '2016-11-24'],
    ['71231', '2026-11-23', '2017-12-31'],
    ['01231', '2026-11-23', '2020-12-31'],
    ['91231', '2030-01-01', '2029-12-31'],
    ['00101', '2030-01-01', '2030-01-01'],
    ['60229', '2026-11-23', '2016-02-29'],
    ['80229', '2026-11-23', '2008-02-29'],
  ])('reads the date %s on %s as %s', (digits, on, sorted) => {
    const parsed = parseCartonCode(digits + code.slice(5), day(on))
    expect(parsed.ok && parsed.value.sortedOn.toString()).toBe(sorted)
  })

  it.each([
    [code.slice(1), 'cartonCodeFormat'],
    [`${code}1`, 'cartonCodeFormat'],
    [code.replace('YCYC', 'YC-C'), 'cartonCodeFormat'],
    [`21301${code.slice(5)}`, 'cartonCodeDate'],
    [`50229${code.slice(5)}`, 'cartonCodeDate'],
    [code.replace('4507Y', '4500Y'), 'cartonCodePosition'],
    [code.replace('4507Y', '4551Y'), 'cartonCodePosition'],
    [code.replace('440785100123', '440785900123'), 'cartonCodeLicence'],
  ])('refuses %s with %s', (text, refusal) => {
    expect(parseCartonCode(text, today)).toMatchObject({ ok: false, refusal })
  })

  it('allows digits for the company, as some cities print them', () => {
    expect(parseCartonCode(code.replace('YCYC', '07A1'), today).ok).toBe(true)
  })

  it('never finds a day after today, and never throws', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d[01]\d[0-3]\d$/u), fc.integer({ min: 0, max: 20_000 }), (digits, days) => {
        const on = day('2016-01-01').add({ days })
        const parsed = parseCartonCode(digits + code.slice(5), on)
        return !parsed.ok || Temporal.PlainDate.compare(parsed.value.sortedOn, on) <= 0
      }),
    )
    fc.assert(fc.property(fc.string(), text => typeof parseCartonCode(text, today).ok === 'boolean'))
  })
})

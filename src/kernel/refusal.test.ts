import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillText, ok, type RefusalNames, type Result, refuse } from './refusal.ts'

describe('results', () => {
  it('a success carries its value', () => {
    expect(ok(7)).toEqual({ ok: true, value: 7 })
  })

  it('a refusal carries its name, and details only when there are any', () => {
    expect(refuse('tooLate')).toEqual({ ok: false, refusal: 'tooLate' })
    expect('details' in refuse('tooLate')).toBe(false)
    expect(refuse('tooLate', { days: 3 })).toEqual({ ok: false, refusal: 'tooLate', details: { days: 3 } })
  })

  it('narrows by ok, so that a value is only read after the check', () => {
    const decide = (n: number): Result<number, 'negative'> => (n < 0 ? refuse('negative') : ok(n))
    const name: RefusalNames<ReturnType<typeof decide>> = 'negative'
    const outcome = decide(-1)
    expect(outcome.ok ? outcome.value : outcome.refusal).toBe(name)
  })
})

describe('fillText', () => {
  it.each([
    ['还差{n}个工作日', { n: 3 }, '还差3个工作日'],
    ['{a}、{b}、{a}', { a: '甲', b: true }, '甲、true、甲'],
    ['没有占位', { n: 1 }, '没有占位'],
    ['缺{missing}', {}, '缺{missing}'],
    ['原型{constructor}', {}, '原型{constructor}'],
  ])('fills %s', (template, details, expected) => {
    expect(fillText(template, details as Record<string, string>)).toBe(expected)
  })

  it('puts a value in literally, even one that looks like a replacement pattern', () => {
    fc.assert(fc.property(fc.string(), value => fillText('[{v}]', { v: value }) === `[${value}]`))
    expect(fillText('{v}', { v: '$&' })).toBe('$&')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addFen, fen, fenOfYuan, formatYuan, mulRatio, uppercaseYuan } from './money.ts'

describe('fenOfYuan', () => {
  it.each([
    ['12.34', 1234],
    ['0.1', 10],
    ['1,234', 123_400],
    ['1,234,567.89', 123_456_789],
    ['¥50', 5000],
    ['￥５０．５元', 5050],
    ['0', 0],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('reads %s as %i fen', (text, amount) => {
    expect(fenOfYuan(text)).toEqual({ ok: true, value: amount })
  })

  it.each(['', '.', '1.', '.5', '1.234', '-1', '+1', '1,23', '12,34.5', '1e3', '0x10', '一百', '90071992547409.92'])(
    'refuses %j',
    text => {
      expect(fenOfYuan(text)).toEqual({ ok: false, refusal: 'moneyInvalid' })
    },
  )

  it('reads back what formatYuan writes, and never throws', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), amount => {
        const read = fenOfYuan(formatYuan(fen(amount)))
        return read.ok && read.value === amount
      }),
    )
    fc.assert(fc.property(fc.string(), text => typeof fenOfYuan(text).ok === 'boolean'))
  })
})

it.each([
  [123_400, '¥1,234.00'],
  [0, '¥0.00'],
  [5, '¥0.05'],
  [100_000_000, '¥1,000,000.00'],
  [-5, '-¥0.05'],
])('writes %i fen as %s', (amount, text) => {
  expect(formatYuan(fen(amount))).toBe(text)
})

it('adds whole fen and takes nothing else', () => {
  expect(addFen(fen(10), fen(20), fen(-5))).toBe(25)
  expect(addFen()).toBe(0)
  expect(() => fen(0.5)).toThrow(RangeError)
  expect(() => addFen(fen(Number.MAX_SAFE_INTEGER), fen(1))).toThrow(RangeError)
})

describe('mulRatio', () => {
  it.each([
    [100, 20, 100, 20],
    [1, 1, 2, 1],
    [1, 49, 100, 0],
    [3, 1, 2, 2],
    [-1, 1, 2, -1],
    [-1, 1, 3, 0],
    [999, 70, 100, 699],
    [Number.MAX_SAFE_INTEGER, 2, 2, Number.MAX_SAFE_INTEGER],
  ])('%i × %i/%i = %i', (amount, numerator, denominator, result) => {
    expect(Object.is(mulRatio(fen(amount), numerator, denominator), result)).toBe(true)
  })

  it('is never more than half a fen away', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(1000), fc.integer({ min: 1, max: 1000 }), (amount, n, d) => {
        const error = BigInt(mulRatio(fen(amount), n, d)) * BigInt(d) - BigInt(amount) * BigInt(n)
        return 2n * (error < 0n ? -error : error) <= BigInt(d)
      }),
    )
  })

  it('takes no fraction and no zero as ratio', () => {
    expect(() => mulRatio(fen(1), 0.2, 1)).toThrow(RangeError)
    expect(() => mulRatio(fen(1), 1, 0)).toThrow(RangeError)
  })
})

describe('uppercaseYuan', () => {
  it.each([
    [0, '零元整'],
    [5, '伍分'],
    [50, '伍角'],
    [55, '伍角伍分'],
    [100, '壹元整'],
    [1000, '壹拾元整'],
    [50_000, '伍佰元整'],
    [140_950, '壹仟肆佰零玖元伍角'],
    [600_714, '陆仟零柒元壹角肆分'],
    [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
    [32_504, '叁佰贰拾伍元零肆分'],
    [10_700_053, '壹拾万柒仟元伍角叁分'],
    [10_000_000, '壹拾万元整'],
    [100_010_000, '壹佰万零壹佰元整'],
    [1_000_000_000_000, '壹佰亿元整'],
    [10_000_000_100, '壹亿零壹元整'],
    [100_000_050_000_000, '壹万亿零伍拾万元整'],
    [10_200_000_000, '壹亿零贰佰万元整'],
  ])('%i fen: %s', (amount, text) => {
    expect(uppercaseYuan(fen(amount))).toBe(text)
  })

  it('writes different amounts differently, without doubled zeros', () => {
    const amounts = fc.uniqueArray(fc.maxSafeNat(), { minLength: 2, maxLength: 30 })
    fc.assert(
      fc.property(amounts, list => {
        const texts = list.map(amount => uppercaseYuan(fen(amount)))
        expect(texts.join(' ')).not.toMatch(/零零|零[万亿元角](?!整)/u)
        return new Set(texts).size === list.length
      }),
    )
  })

  it('has no form for negative amounts', () => {
    expect(() => uppercaseYuan(fen(-1))).toThrow(RangeError)
  })
})

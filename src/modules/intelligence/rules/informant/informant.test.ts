import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readReceipt, receiptOf } from './receipt.ts'
import { withoutIntroduced, withoutReporter } from './redact.ts'
import { type RewardGood, rewardGoodCodes, rewardOf } from './reward.ts'

describe('a receipt', () => {
  const receipts = fc.bigInt({ min: 0n, max: 10n ** 30n }).map(n => receiptOf(n.toString(16)))
  it('has sixteen digits and is read as typed, blanks and full width forgiven', () => {
    fc.assert(
      fc.property(receipts, receipt => {
        expect(readReceipt(receipt)).toBe(receipt)
      }),
    )
    const receipt = receiptOf('abcdef')
    expect(readReceipt(` ${receipt.slice(0, 4)} ${receipt.slice(4, 8)}-${receipt.slice(8)} `)).toBe(receipt)
  })
  it('tells one wrong digit before anything is looked up', () => {
    fc.assert(
      fc.property(receipts, fc.nat({ max: 15 }), fc.integer({ min: 1, max: 9 }), (receipt, place, more) => {
        const digit = (Number(receipt.charAt(place)) + more) % 10
        expect(readReceipt(receipt.slice(0, place) + digit + receipt.slice(place + 1))).toBeUndefined()
      }),
    )
  })
})

describe('the reporter in his own text', () => {
  const me = { name: '陈金丝', phone: '13900007777', idNo: '11010519491231002X' }
  it.each([
    ['我叫陈金丝，电话13900007777', '我叫〔举报人〕，电话〔举报人〕'],
    ['打139 0000 7777或者１３９-００００-７７７７', '打〔举报人〕或者〔举报人〕'],
    ['一三九零零零零七七七七', '〔举报人〕'],
    ['身份证11010519491231002x', '身份证〔举报人〕'],
    ['老板电话13800138000', '老板电话13800138000'],
    ['陈 金丝、陈·金丝都来过，2026-11-23 13900007777', '〔举报人〕、〔举报人〕都来过，2026-11-23 〔举报人〕'],
    ['+8613900007777', '+86〔举报人〕'],
  ])('%s → %s', (text, expected) => {
    expect(withoutReporter(text, me)).toBe(expected)
  })
  it('is not looked for where he gave nothing', () => {
    expect(withoutReporter('有人卖假烟', {})).toBe('有人卖假烟')
    expect(withoutReporter('李老板', { name: '李' })).toBe('李老板')
    const others = [
      ['阿卜杜热合曼·买买提来过', '阿卜杜热合曼·买买提', '〔举报人〕来过'],
      ['a Mr John  Smith came', 'John Smith', 'a Mr 〔举报人〕 came'],
    ] as const
    for (const [text, name, clean] of others) expect(withoutReporter(text, { name })).toBe(clean)
  })
})

it.each([
  ['据举报人张某三，电话139-0000-7777，夜里卸烟', '据举报人〔举报人〕，夜里卸烟'],
  ['线人：李四（13900007777）说车牌粤JA1234', '线人〔举报人〕说车牌粤JA1234'],
  ['报警人身份证号11010519491231002X', '报警人〔举报人〕'],
  ['举报人提供老板电话13800138000', '举报人提供老板电话13800138000'],
  ['举报人反映电话13800138000在卖烟', '举报人反映电话13800138000在卖烟'],
  ['举报人要求保密，运单号YT1234567890123', '举报人要求保密，运单号YT1234567890123'],
])('whom an agency introduces as its reporter goes no further: %s', (text, clean) => {
  expect(withoutIntroduced(text)).toBe(clean)
})

describe('a reward', () => {
  const table = {
    ...{ finishedPerCase: 600, loosePerCase: 300, genuinePercent: 5, shredPerTonne: 2000, leafPerTonne: 1000 },
    ...{ capYuan: 100_000, notAboveFine: true },
  }
  it.each<[readonly (readonly [RewardGood, number])[], number | null, number]>([
    [[['finished', 250_000]], null, 1_500_000],
    [[['loose', 10_000]], null, 30_000],
    [[['genuine', 8000]], null, 40_000],
    [
      [
        ['shred', 500],
        ['leaf', 1500],
      ],
      null,
      250_000,
    ],
    [[['finished', 5_000_000]], null, 10_000_000], // the cap
    [[['finished', 250_000]], 1_000_000, 1_000_000], // not above the fine
    [[['finished', 333]], null, 1998],
  ])('%j with fine %s is %i fen', (goods, fineFen, fen) => {
    expect(rewardOf({ goods: goods.map(([kind, amount]) => ({ kind, amount })), fineFen }, table).fen).toBe(fen)
  })
  it('is the sum of its lines, never above cap or fine, never below nothing', () => {
    const goods = fc.array(
      fc.record({ kind: fc.constantFrom(...rewardGoodCodes), amount: fc.nat({ max: 10_000_000 }) }),
    )
    fc.assert(
      fc.property(goods, fc.option(fc.nat({ max: 100_000_000 })), (found, fineFen) => {
        const { fen, lines } = rewardOf({ goods: found, fineFen }, table)
        expect(lines.reduce((sum, line) => sum + line.fen, 0)).toBe(fen)
        expect(fen).toBeGreaterThanOrEqual(0)
        expect(fen).toBeLessThanOrEqual(Math.min(table.capYuan * 100, fineFen ?? Number.MAX_SAFE_INTEGER))
      }),
    )
  })
})

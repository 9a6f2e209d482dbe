import { describe, expect, it } from 'vitest'
import { findSummary } from '#kernel/citation'
import { fen } from '#kernel/money'
import { foreignViolations, governingRange, sanctionRange } from './sanction.ts'
import { type ViolationCode, violationCodes, violationOf } from './table.ts'
import { gradeTransport, isOverLimit, isWholesale, leafIsMuch, type TransportFacts } from './transport.ts'
import { type Base, bases } from './words.ts'

/** Every base known, 10,000 元 each. */
const all = Object.fromEntries(Object.keys(bases).map(base => [base, fen(1_000_000)])) as Record<
  Base,
  ReturnType<typeof fen>
>
const rangeOf = (code: ViolationCode, more: object = {}) => {
  const range = sanctionRange({ code, serious: false, amounts: all, ...more })
  if (!range.ok) return range.refusal
  const { fine, measures } = range.value
  return [
    fine ? `${fine.from / 100}-${fine.to / 100}${fine.may ? ' may' : ''} ${fine.base ?? ''}`.trim() : 'no fine',
    measures.join(),
  ]
}

describe('the table of violations', () => {
  it('has P01 to P20, each with articles that have a summary', () => {
    expect(violationCodes).toEqual(Array.from({ length: 20 }, (_, n) => `P${String(n + 1).padStart(2, '0')}`))
    const cited = violationCodes.flatMap(code => [...violationOf(code).norm, ...violationOf(code).sanction])
    expect(cited.filter(one => findSummary(one) === undefined)).toEqual([])
  })

  it.each<[ViolationCode, string, string]>([
    ['P01', '2000-5000 may goodsValue', 'buy'],
    ['P02', '2000-5000 goodsValue', 'buy'],
    ['P03', 'no fine', 'goods,gains'],
    ['P04', '1000-2000 may goodsValue', 'gains'],
    ['P05', '2000-5000 goodsValue', 'buy'],
    ['P06', '10000-20000 goodsValue', 'close,gains,destroy'],
    ['P07', '10000-20000 goodsValue', 'stop,gains,destroy'],
    ['P08', '5000-10000 goodsValue', 'close,stop,gains'],
    ['P09', '1000-2000 goodsValue', 'suspend,gains'],
    ['P10', '500-1000 may purchases', 'gains'],
    ['P11', '2000-5000 business', 'stop,gains'],
    ['P12', '2000-5000 sales', 'stop,gains,destroy'],
    ['P13', '1000-2000 wholesale', ''],
    ['P14', '2000-5000 sales', 'gains'],
    ['P15', '5000-10000 goodsValue', ''],
    ['P16', '0-5000 may goodsValue', ''],
    ['P17', '2000-5000 goodsValue', 'noAuctions'],
    ['P18', '0-50000 may', 'correct,warn,gains'],
    ['P19', 'no fine', 'rectify'],
  ])('%s on 10,000 元 leaves %s', (code, fine, measures) => {
    expect(rangeOf(code)).toEqual([fine, measures])
  })

  it.each<[ViolationCode, object, string, string]>([
    ['P01', { serious: true }, 'no fine', 'goods,gains'],
    ['P18', { serious: true }, '50000-500000 may', 'stopBusiness,revoke'],
    ['P19', { serious: true }, 'no fine', 'disqualify'],
    ['P16', { base: 'business' }, '0-5000 may business', ''],
    ['P20', { like: 'P10' }, '500-1000 may purchases', 'gains'],
  ])('%s with %o', (code, more, fine, measures) => {
    expect(rangeOf(code, more)).toEqual([fine, measures])
  })

  it.each<[ViolationCode, object, string]>([
    ['P20', {}, 'violationLikeMissing'],
    ['P20', { like: 'P20' }, 'violationLikeMissing'],
    ['P10', { amounts: {} }, 'violationBaseMissing'],
    ['P10', { base: 'sales' }, 'violationBaseForeign'],
  ])('%s with %o is refused: %s', (code, more, refusal) => {
    expect(rangeOf(code, more)).toBe(refusal)
  })

  it('leaves unlicensed retail alone to the market regulator', () => {
    expect(foreignViolations).toEqual(['P11'])
  })

  it('of two norms broken by one act takes the higher fine, once', () => {
    const range = (code: ViolationCode) => {
      const one = sanctionRange({ code, serious: false, amounts: all })
      return one.ok ? [one.value] : []
    }
    expect(governingRange([...range('P10'), ...range('P12'), ...range('P03')])?.code).toBe('P12')
    expect(governingRange([])).toBeUndefined()
  })
})

describe('transport without a permit', () => {
  const plain: TransportFacts = { value: fen(5_000_000), sticks: 1_000_000, penalties: 1, seen: [] }
  it.each<[string, Partial<TransportFacts>, 'P02' | 'P03', string]>([
    ['at 5 万元, 100 件 and one penalty is not yet serious', {}, 'P02', ''],
    ['one fen over 5 万元', { value: fen(5_000_001) }, 'P03', 'value'],
    ['one 支 over 100 件', { sticks: 1_000_001 }, 'P03', 'quantity'],
    ['after two penalties', { penalties: 2 }, 'P03', 'punished'],
    ['disguised and resisted', { seen: ['resisted', 'disguised'] }, 'P03', 'resisted,disguised'],
    ['of smuggled goods', { seen: ['smuggled'] }, 'P03', 'smuggled'],
    ['of goods of an unlicensed maker', { seen: ['unlicensedMaker'] }, 'P03', 'unlicensedMaker'],
    ['in a special vehicle', { seen: ['specialVehicle'] }, 'P03', 'specialVehicle'],
    ['otherwise serious', { seen: ['other'] }, 'P03', 'other'],
  ])('%s', (_, change, code, reasons) => {
    const grade = gradeTransport({ ...plain, ...change })
    expect([grade.code, grade.reasons.join()]).toEqual([code, reasons])
  })

  const limits = { carrySticks: 10_000, postSticks: 400, leafGrams: 5_000, factor: 2 }
  it.each<['carry' | 'post', 'sticks' | 'leaf', number, boolean]>([
    ['carry', 'sticks', 19_999, false],
    ['carry', 'sticks', 20_000, true],
    ['post', 'sticks', 799, false],
    ['post', 'sticks', 800, true],
    ['post', 'leaf', 9_999, false],
    ['carry', 'leaf', 10_000, true],
  ])('%s %s %i is over the limit by one time: %s', (how, kind, amount, over) => {
    expect(isOverLimit({ how, kind, amount }, limits)).toBe(over)
  })

  it('counts fifty cartons as wholesale and a thousand kilograms of leaf as much', () => {
    expect([isWholesale(9_999), isWholesale(10_000)]).toEqual([false, true])
    expect([leafIsMuch(999_999), leafIsMuch(1_000_000)]).toEqual([false, true])
  })
})

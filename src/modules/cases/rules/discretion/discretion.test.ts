import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSummary } from '#kernel/citation'
import { fen } from '#kernel/money'
import { sanctionRange } from '../violations/sanction.ts'
import { type ViolationCode, violationCodes } from '../violations/table.ts'
import { fineFault, fineMayStand, mayApproveDeviation, weighFine } from './decide.ts'
import { type FactorCode, factorCodes, factorOf } from './factors.ts'
import { bandOf, similarCases, spreadOf } from './similar.ts'
import { proposeFine, type StepShares } from './steps.ts'

const shares: StepShares = { light: [0, 30], usual: [30, 70], heavy: [70, 100] }
const rangeOf = (code: ViolationCode, yuan = 10_000) => {
  const amount = fen(yuan * 100)
  const range = sanctionRange({
    code,
    serious: false,
    amounts: { goodsValue: amount, purchases: amount, sales: amount, business: amount, wholesale: amount },
    ...(code === 'P20' ? { like: 'P02' as const } : {}),
  })
  if (!range.ok) throw new Error(range.refusal)
  return range.value
}
const propose = (code: ViolationCode, found: readonly FactorCode[]) => proposeFine(rangeOf(code), found, shares)
const reason = '当事人系残疾人，主动上交全部货物，经集体讨论。'

describe('the proposal of a fine', () => {
  it.each<[string, readonly FactorCode[], string]>([
    ['no factor: the usual step', [], 'fine usual 2900-4100 3500'],
    ['who remedied: the light step', ['remedied'], 'fine light 2000-2900 2450'],
    ['who repeated: the heavy step', ['repeated'], 'fine heavy 4100-5000 4550'],
    ['both ways: usual, and a person weighs', ['remedied', 'evaded'], 'fine usual 2900-4100 3500'],
    ['first and slight: may be none', ['firstSlight'], 'mayNone usual 2900-4100 3500'],
    ['no fault proven: none', ['noFault', 'repeated'], 'none heavy 4100-5000 4550'],
  ])('%s', (_, found, expected) => {
    const { outcome, step, from, to, proposed } = propose('P02', found)
    expect(`${outcome} ${step} ${from / 100}-${to / 100} ${proposed / 100}`).toBe(expected)
  })

  it('names the article of every factor', () => {
    expect(
      factorCodes.flatMap(code => [...factorOf(code).basis]).filter(one => findSummary(one) === undefined),
    ).toEqual([])
  })

  it('never leaves the range of the law, whatever the factors', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...violationCodes),
        fc.subarray(factorCodes),
        fc.integer({ min: 0, max: 9_999_999 }),
        (code, found, yuan) => {
          const range = rangeOf(code, yuan)
          const { from, to, proposed } = proposeFine(range, found, shares)
          if (range.fine === undefined) return proposed === 0
          return range.fine.from <= from && from <= proposed && proposed <= to && to <= range.fine.to
        },
      ),
    )
  })
})

describe('a fine', () => {
  const weigh = (yuan: number, why = '', found: readonly FactorCode[] = [], code: ViolationCode = 'P02') => {
    const weighed = weighFine(rangeOf(code), propose(code, found), { fine: fen(yuan * 100), reason: why })
    return weighed.ok ? weighed.value : weighed.refusal
  }
  it.each<[string, unknown, string]>([
    ['within the step needs nothing', weigh(3_500), 'within'],
    ['at its lower end', weigh(2_900), 'within'],
    ['below it without reason', weigh(2_899.99), 'deviationReasonMissing'],
    ['below it with a word only', weigh(2_500, '可怜'), 'deviationReasonMissing'],
    ['below it with a reason', weigh(2_500, reason), 'otherStep'],
    ['above the law', weigh(5_000.01, reason), 'fineAboveLaw'],
    ['below the law without a factor', weigh(1_999.99, reason), 'fineBelowLaw'],
    ['below the law with a factor of 减轻', weigh(1_500, reason, ['remedied']), 'belowRange'],
    ['none, where the law does not leave it open', weigh(0, reason), 'fineBelowLaw'],
    ['none, where the law says 可以', weigh(0, reason, [], 'P10'), 'noPenalty'],
    ['none, without saying why', weigh(0, '', [], 'P10'), 'deviationReasonMissing'],
    ['some, where the law exempts', weigh(3_500, reason, ['noFault']), 'fineExempt'],
    ['none, where the law exempts', weigh(0, '', ['noFault']), 'within'],
    ['some, where the article orders none', weigh(1, reason, [], 'P03'), 'fineNotOrdered'],
  ])('%s', (_, got, expected) => expect(got).toBe(expected))

  it('off its step is approved by a second person, once, and stands only then', () => {
    const own = { deviation: 'otherStep', proposedBy: 'staff:a', approvedBy: null } as const
    expect(mayApproveDeviation(own, 'staff:a')).toMatchObject({ refusal: 'deviationOwn' })
    expect(mayApproveDeviation(own, 'staff:b')).toMatchObject({ ok: true })
    expect(mayApproveDeviation({ ...own, approvedBy: 'staff:b' }, 'staff:c')).toMatchObject({
      refusal: 'deviationApproved',
    })
    expect(mayApproveDeviation({ ...own, deviation: 'within' }, 'staff:b')).toMatchObject({ refusal: 'deviationNone' })
    expect(fineMayStand(own)).toMatchObject({ refusal: 'deviationUnapproved' })
    expect(fineMayStand({ ...own, approvedBy: 'staff:b' })).toMatchObject({ ok: true })
    expect(fineMayStand({ ...own, deviation: 'within' })).toMatchObject({ ok: true })
    expect(fineMayStand(undefined)).toMatchObject({ refusal: 'fineNotWeighed' })
  })
})

it('the procedure proposes the fine that was weighed, and a deviation only when it is approved', () => {
  const weighed = { violation: 'P10', fine: 80_000, deviation: 'otherStep', approvedBy: null } as const
  const range = { kind: 'range', from: 50_000, to: 100_000, may: false } as const
  const fault = (fine: number, change: object = {}) =>
    fineFault(fine, { violation: 'P10', weighed, range, ...change })?.zh
  const approved = { ...weighed, approvedBy: 'staff:b' }
  expect(fault(80_000)).toMatch(/第二人/u)
  expect(fault(80_000, { weighed: approved })).toBeUndefined()
  expect(fault(90_000, { weighed: approved })).toMatch(/不一致/u)
  expect(fault(0, { weighed: approved })).toMatch(/不一致/u)
  // 案由 changed after the weighing: the article of the new one holds.
  expect(fault(100_001, { weighed: approved, violation: 'P02' })).toMatch(/上限 1000.00/u)
  for (const [fine, words] of [
    [100_000, undefined],
    [100_001, /上限/u],
    [49_999, /下限 500.00/u],
    [0, /下限/u],
  ] as const)
    words
      ? expect(fault(fine, { weighed: undefined })).toMatch(words)
      : expect(fault(fine, { weighed: undefined })).toBe(words)
  expect(fault(0, { weighed: undefined, range: { ...range, may: true } })).toBeUndefined()
  expect(fault(1, { weighed: undefined, range: { kind: 'noFine' } })).toMatch(/没有设定罚款/u)
  expect(fault(1, { weighed: undefined, range: { kind: 'unknown' } })).toMatch(/基数还没有查清/u)
})

describe('similar closed cases', () => {
  const limits = [fen(1_000_000), fen(5_000_000)]
  const closed = (caseNo: string, change: object = {}) => ({
    ...{ caseNo, violation: 'P10' as const, amount: fen(900_000), fine: fen(63_000), decidedOn: '2026-03-01' },
    ...{ factors: [] as FactorCode[], ...change },
  })
  it('are those of the same violation, nearest in amount and factors first', () => {
    const found = similarCases(
      { violation: 'P10', amount: fen(800_000), factors: ['remedied'] },
      [
        closed('far', { amount: fen(9_000_000), fine: fen(900_000) }),
        closed('near', { factors: ['remedied'] }),
        closed('older', { decidedOn: '2025-01-01' }),
        closed('newer'),
        closed('other', { violation: 'P02' }),
      ],
      limits,
    )
    expect(found.map(({ caseNo, percent }) => `${caseNo} ${percent}`)).toEqual([
      'near 7',
      'newer 7',
      'older 7',
      'far 10',
    ])
    expect(spreadOf(found)).toEqual({ low: 7, middle: 7, high: 10 })
    expect(spreadOf([])).toBeUndefined()
  })
  it('have bands whose upper limit belongs to the next', () => {
    expect([0, 999_999, 1_000_000, 4_999_999, 5_000_000].map(amount => bandOf(fen(amount), limits))).toEqual([
      0, 0, 1, 1, 2,
    ])
  })
})

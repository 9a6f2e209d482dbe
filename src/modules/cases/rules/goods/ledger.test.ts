import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarOf } from '#kernel/working-days'
import { keepingDue, keepingState } from './keeping.ts'
import {
  type AskedMove,
  applyMove,
  correctCount,
  emptyLot,
  goodsSettled,
  isBalanced,
  type LotState,
  ledgerBalanced,
} from './ledger.ts'
import { type GoodsFate, type LotDecision, lotDecisions, moveNames, moveOf } from './moves.ts'

const lot = (change: Partial<LotState> = {}): LotState => ({
  ...emptyLot(2_000),
  lotNo: 'WP-2026-000001',
  nature: 'genuine',
  decision: null,
  difference: 0,
  unconfirmed: 0,
  fate: 'confiscate',
  ...change,
})
const move = (change: Partial<AskedMove> = {}): AskedMove => ({
  ...{ kind: 'relocate', amount: 200, officers: ['a', 'b'], photos: 1, to: '一号库' },
  ...change,
})
const tried = (state: LotState, change: Partial<AskedMove>) => {
  const done = applyMove(state, move(change))
  return done.ok
    ? Object.entries(done.value)
        .flatMap(([key, n]) => (typeof n === 'number' && n > 0 ? `${key} ${n}` : []))
        .join()
    : done.refusal
}

describe('a move of goods', () => {
  it.each<[string, Partial<LotState>, Partial<AskedMove>, string]>([
    ['to another shelf changes no number', {}, {}, 'held 2000,stored 2000'],
    ['of a sample', {}, { kind: 'sample' }, 'held 2000,stored 1800,sampled 200'],
    ['of more than is there', {}, { amount: 2_001 }, 'goodsNotEnough'],
    ['of nothing', {}, { amount: 0 }, 'goodsAmount'],
    ['of half a 支', {}, { amount: 0.5 }, 'goodsAmount'],
    ['by one person twice', {}, { officers: ['a', 'a'] }, 'goodsTwoPeople'],
    ['of a sample without a picture', {}, { kind: 'sample', photos: 0 }, 'goodsPhotoMissing'],
    ['to nowhere', {}, { to: ' ' }, 'goodsPlaceMissing'],
    ['back of what was never sampled', {}, { kind: 'sampleBack' }, 'goodsNotEnough'],
    ['a second time on the books', {}, { kind: 'hold' }, 'goodsNotEnough'],
    ['back to the party without a decision', {}, { kind: 'return' }, 'goodsNotDecided'],
    [
      'back to the party by decision',
      { decision: 'return' },
      { kind: 'return', amount: 2_000 },
      'held 2000,returned 2000',
    ],
    ['to auction by decision', { decision: 'confiscate' }, { kind: 'sell' }, 'held 2000,stored 1800,sold 200'],
    ['to auction of fakes', { decision: 'confiscate', nature: 'fake' }, { kind: 'sell' }, 'goodsNeverSold'],
    [
      'to auction of illegally produced goods',
      { decision: 'confiscate', nature: 'illegal' },
      { kind: 'sell' },
      'goodsNeverSold',
    ],
    ['to auction before the test', { decision: 'confiscate', nature: 'unknown' }, { kind: 'sell' }, 'goodsNeverSold'],
    [
      'to destruction of fakes',
      { decision: 'confiscate', nature: 'fake' },
      { kind: 'destroy' },
      'held 2000,stored 1800,destroyed 200',
    ],
    [
      'to auction before the penalty',
      { decision: 'confiscate', fate: 'open' },
      { kind: 'sell' },
      'goodsBeforeDecision',
    ],
    [
      'to destruction of fakes before the penalty',
      { decision: 'confiscate', fate: 'open', nature: 'fake' },
      { kind: 'destroy' },
      'goodsBeforeDecision',
    ],
    ['of a sample before the penalty', { fate: 'open' }, { kind: 'sample' }, 'held 2000,stored 1800,sampled 200'],
    ['to auction of what was not taken', { decision: 'confiscate', fate: 'none' }, { kind: 'sell' }, 'goodsNotTaken'],
    [
      'to auction of what was bought',
      { decision: 'confiscate', fate: 'buy' },
      { kind: 'sell' },
      'held 2000,stored 1800,sold 200',
    ],
    [
      'to destruction of what was not taken',
      { decision: 'confiscate', fate: 'none' },
      { kind: 'destroy' },
      'goodsNotTaken',
    ],
    [
      'to destruction of fakes that the penalty leaves out',
      { decision: 'confiscate', fate: 'none', nature: 'fake' },
      { kind: 'destroy' },
      'held 2000,stored 1800,destroyed 200',
    ],
    [
      'back before the penalty',
      { decision: 'return', fate: 'open' },
      { kind: 'return' },
      'held 2000,stored 1800,returned 200',
    ],
    ['to the police by decision', { decision: 'transfer' }, { kind: 'handOver' }, 'held 2000,stored 1800,handed 200'],
    ['to the police on a decision to return', { decision: 'return' }, { kind: 'handOver' }, 'goodsNotDecided'],
    ['out of a lot whose count did not fit', { difference: -200 }, { kind: 'sample' }, 'goodsCountOpen'],
    ['out of a lot on the word of one person', { unconfirmed: 1 }, { kind: 'sample' }, 'goodsUnconfirmed'],
    ['within the store on the word of one person', { unconfirmed: 1 }, {}, 'held 2000,stored 2000,unconfirmed 1'],
    ['within the store although the count did not fit', { difference: -200 }, {}, 'held 2000,stored 2000'],
  ])('%s', (_, state, change, expected) => expect(tried(lot(state), change)).toBe(expected))
})

describe('the ledger', () => {
  const decisions = [null, ...(Object.keys(lotDecisions) as LotDecision[])]
  const step = fc.record({
    kind: fc.constantFrom(...moveNames),
    amount: fc.integer({ min: -5, max: 3_000 }),
    decision: fc.constantFrom(...decisions),
    fate: fc.constantFrom<GoodsFate[]>('open', 'none', 'confiscate', 'destroy', 'buy'),
    nature: fc.constantFrom('unknown', 'genuine', 'fake', 'illegal', 'smuggled'),
    counted: fc.option(fc.integer({ min: 0, max: 3_000 })),
    killed: fc.boolean(),
  })

  it('balances after any moves, counts and corrections, and after a kill in the middle of any of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000 }), fc.array(step, { maxLength: 40 }), (held, steps) => {
        let state = lot(emptyLot(held))
        for (const { kind, amount, decision, fate, nature, counted, killed } of steps) {
          const asked = { ...state, decision, nature, fate }
          const done = applyMove(asked, move({ kind, amount }))
          // Killed before the commit: the old state stays, whole.
          if (done.ok && !killed) state = done.value
          if (counted !== null) {
            const found = { ...state, difference: counted - state.stored }
            const right = correctCount(found, { counters: ['a', 'b'], head: 'c', reason: '清点时发现登记数字写错。' })
            if (right.ok && !killed) state = right.value
          }
          if (!isBalanced(state)) return false
        }
        return ledgerBalanced([state]).ok
      }),
      { numRuns: 2_000 },
    )
  })

  it('closes no case with a lot that does not add up or was counted differently', () => {
    expect(ledgerBalanced([])).toMatchObject({ ok: true })
    expect(ledgerBalanced([lot(), lot({ stored: 1_999 })])).toMatchObject({ refusal: 'goodsImbalance' })
    expect(ledgerBalanced([lot({ unconfirmed: 1 })])).toMatchObject({ refusal: 'goodsUnconfirmed' })
    expect(ledgerBalanced([lot({ difference: -1 })])).toMatchObject({
      refusal: 'goodsImbalance',
      details: { difference: -1 },
    })
    expect(ledgerBalanced([lot({ stored: -1, sampled: 2_001 })])).toMatchObject({ refusal: 'goodsImbalance' })
  })

  it('is settled when nothing is left in store; a sample used up may stay', () => {
    expect(goodsSettled([lot()])).toMatchObject({ refusal: 'goodsUnsettled' })
    expect(goodsSettled([lot({ stored: 0, sampled: 200, returned: 1_800 })])).toMatchObject({ ok: true })
  })

  it('is corrected by somebody who did not count, with a reason', () => {
    const by = { counters: ['a', 'b'], head: 'c', reason: '清点时发现登记数字写错。' }
    expect(correctCount(lot({ difference: -200 }), by)).toMatchObject({
      value: { held: 1_800, stored: 1_800, difference: 0 },
    })
    expect(correctCount(lot({ difference: -200 }), { ...by, head: 'a' })).toMatchObject({ refusal: 'goodsOwnCount' })
    expect(correctCount(lot({ difference: -200 }), { ...by, reason: '错了' })).toMatchObject({
      refusal: 'goodsReasonMissing',
    })
    expect(correctCount(lot(), by)).toMatchObject({ refusal: 'goodsCountFits' })
  })

  it('offers no move that the law does not know: no 查封, no 扣押', () => {
    expect(moveNames.map(name => moveOf(name).zh).join()).not.toMatch(/查封|扣押|冻结/u)
  })
})

describe('先行登记保存', () => {
  // 2026-10-01..07 off, 10-10 a working Saturday.
  const calendar = calendarOf(
    ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
    ['2026-10-10'],
    [2026],
  )
  it('is decided within seven working days, the holidays left out and the make-up day counted', () => {
    const due = keepingDue(Temporal.PlainDate.from('2026-09-30'), calendar)
    expect(due.ok && due.value.toString()).toBe('2026-10-15')
  })
  it.each<[string, object, string, string]>([
    ['runs', {}, '2026-10-12', 'running'],
    ['is soon due', {}, '2026-10-13', 'soon'],
    ['is due on its last day', {}, '2026-10-15', 'soon'],
    ['is overdue the day after', {}, '2026-10-16', 'overdue'],
    ['is decided', { decision: 'test', decidedOn: '2026-10-15' }, '2026-11-01', 'decided'],
    ['was decided late', { decision: 'test', decidedOn: '2026-10-16' }, '2026-11-01', 'decidedLate'],
    ['is none for confiscated goods', { custody: 'confiscated' }, '2026-11-01', 'none'],
  ])('%s', (_, change, today, state) => {
    const kept = { custody: 'registered', dueOn: '2026-10-15', decision: null, decidedOn: null, ...change } as const
    expect(keepingState(kept, today, '2026-10-13')).toBe(state)
  })
})

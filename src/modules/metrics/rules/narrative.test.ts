import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeSentences, type FigureFacts, guessSentences } from './narrative.ts'

const facts = (code: string, change: Partial<FigureFacts> = {}): FigureFacts => ({
  ...{ code, name: code, unit: 'cases', better: undefined, now: 120, counted: 120, monthBefore: 100, yearBefore: null },
  ...change,
})
const month = { workingDays: 22, workingDaysBefore: 18, holidays: [] }
const table = (...all: FigureFacts[]) => new Map(all.map(one => [one.code, one]))

describe('the text of a monthly report', () => {
  it('says what changed, from what and by how much', () => {
    expect(changeSentences([facts('收件量', { yearBefore: 80 })], true)[0]?.text).toBe(
      '收件量120件，比上月（100件）增加20.0%；比上年同月（80件）增加50.0%。',
    )
    expect(changeSentences([facts('准时率', { unit: 'share', now: 0.9, monthBefore: 0.95 })], false)[0]?.text).toBe(
      '准时率90.0%，比上月同期（95.0%）下降5.0个百分点；上年同期没有可比的数据。',
    )
  })

  it.each([
    ['a change within the noise', { now: 104 }],
    ['a figure of four rows', { counted: 4 }],
    ['a figure that was not known before', { monthBefore: null }],
    ['a growth from nothing', { monthBefore: 0 }],
  ])('is silent about %s', (_, change) => {
    expect(changeSentences([facts('x', change)], true)).toEqual([])
  })

  it('guesses only where every figure of the rule moved that way, hedged and with its rule', () => {
    const slow = facts('approvalDays', { unit: 'workingDays', now: 5, monthBefore: 4 })
    const [sentence] = guessSentences(table(facts('received'), slow), { ...month, workingDaysBefore: 22 })
    expect(sentence).toMatchObject({ kind: 'maybe', figures: ['received', 'approvalDays'] })
    expect(sentence?.text).toContain('可能')
    const fast = facts('approvalDays', { unit: 'workingDays', now: 3, monthBefore: 4 })
    expect(guessSentences(table(facts('received'), fast), { ...month, workingDaysBefore: 22 })).toEqual([])
  })

  it('takes the number of working days from the calendar', () => {
    expect(guessSentences(table(facts('received')), month).map(({ text }) => text)).toEqual([
      '本月22个工作日，上月18个，收件量增加可能与工作日多有关。',
    ])
  })

  it('has no sentence without a figure, and no guess without a hedge', () => {
    const codes = [
      'received',
      'approvalDays',
      'onTime',
      'firstTime',
      'atTerminal',
      'zeroErrand',
      'assisted',
      'applyMinutes',
    ]
    const any = fc.record({
      now: fc.double({ min: 0, max: 1000, noNaN: true }),
      monthBefore: fc.double({ min: 1, max: 1000, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(any, { minLength: codes.length, maxLength: codes.length }), values => {
        const all = codes.map((code, n) => facts(code, values[n]))
        for (const { figures, text, kind, source } of [
          ...changeSentences(all, true),
          ...guessSentences(table(...all), month),
        ]) {
          expect(figures.length).toBeGreaterThan(0)
          if (kind === 'maybe') expect([text.includes('可能'), source !== '']).toEqual([true, true])
        }
      }),
    )
  })
})

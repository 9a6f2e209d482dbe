import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarOf } from '#kernel/working-days'
import { decideFollowUp, decideRating } from './decide-rating.ts'
import { type Grade, grades, isBad, ratingReasons, reasonCodes, reasonsFor } from './grades.ts'

const calendar = calendarOf([], [], [2026])
const policy = { followUpDays: 5, calendar }
const thursday = Temporal.PlainDate.from('2026-11-26')
const decide = (grade: Grade, reasons = reasonCodes, words = '') =>
  decideRating({ grade, reasons, words }, thursday, policy)

describe('a rating', () => {
  it.each(grades)('of grade %i has a follow-up exactly when it is bad, over five working days', grade => {
    expect(decide(grade)).toMatchObject({ ok: true, value: { followUpBy: grade <= 2 ? '2026-12-03' : null } })
  })

  it('promises no day in a year without published holidays', () => {
    const decided = decideRating({ grade: 1, reasons: [], words: '' }, Temporal.PlainDate.from('2026-12-31'), policy)
    expect(decided).toMatchObject({ ok: true, value: { followUpBy: null } })
  })

  it('keeps only reasons of its own kind, whatever was sent', () => {
    fc.assert(
      fc.property(fc.constantFrom(...grades), fc.subarray([...reasonCodes]), (grade, reasons) => {
        const decided = decide(grade, reasons)
        if (!decided.ok) throw new Error(decided.refusal)
        for (const code of decided.value.reasons) expect(ratingReasons[code].bad).toBe(isBad(grade))
        expect(decided.value.reasons).toEqual(reasonsFor(grade).filter(code => reasons.includes(code)))
      }),
    )
  })

  it('needs no words, and refuses too many', () => {
    expect(decide(5, [], '   ')).toMatchObject({ value: { words: null } })
    expect(decide(5, [], ' 很好 ')).toMatchObject({ value: { words: '很好' } })
    expect(decide(5, [], '长'.repeat(301))).toMatchObject({ ok: false })
  })
})

it.each([
  [{ bad: true, closed: false, handledByAsker: false }, undefined],
  [{ bad: true, closed: true, handledByAsker: false }, 'followUpEnded'],
  [{ bad: true, closed: false, handledByAsker: true }, 'ratingNotFound'],
  [{ bad: false, closed: false, handledByAsker: false }, 'ratingNotFound'],
] as const)('a follow-up of %o is refused as %s', (facts, refusal) => {
  const decided = decideFollowUp(facts)
  expect(decided.ok ? undefined : decided.refusal).toBe(refusal)
})

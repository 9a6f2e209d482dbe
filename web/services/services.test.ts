import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RenewalSheet } from '#contract/licensing'
import { answer, noAnswers, type RenewalAnswer, type RenewalAnswers, submissionOf } from './renewal/answers.ts'
import { signatureOf, withPoint } from './renewal/signature.ts'
import { type RenewalFacts, type RenewalStep, renewalFlow } from './renewal/steps.ts'

const sheet = { notice: { version: 'v3' } } as RenewalSheet
const one: RenewalFacts = { licences: 1, sheet }
const several: RenewalFacts = { licences: 3, sheet }

const drawing = { width: 800, height: 300, strokes: [[[10, 10] as const, [200, 150] as const]] }

const right: readonly RenewalAnswer[] = [
  { question: 'licence', licenceNo: '440785100001' },
  { question: 'facts' },
  { question: 'phone', same: true },
  { question: 'notice', version: 'v3' },
  { question: 'signature', drawing },
]

const taken = (answers: RenewalAnswers, given: RenewalAnswer): RenewalAnswers => {
  const result = answer(answers, given)
  return result.ok ? result.value : answers
}

describe('the steps of a renewal', () => {
  test('one licence is not asked for, so there are four steps', () => {
    expect(renewalFlow.first(one)).toBe('facts')
    expect(renewalFlow.position('phone', one)).toEqual({ number: 2, of: 4 })
    expect(renewalFlow.previous('facts', one)).toBe('start')
  })

  test('several licences are one step more', () => {
    expect(renewalFlow.first(several)).toBe('licence')
    expect(renewalFlow.position('phone', several)).toEqual({ number: 3, of: 5 })
    expect(renewalFlow.previous('facts', several)).toBe('licence')
  })

  test('right answers lead from the first question to the end', () => {
    let answers = noAnswers
    let step: RenewalStep | 'end' = 'licence'
    for (const given of right) {
      expect(step).toBe(given.question)
      answers = taken(answers, given)
      step = renewalFlow.next(given.question, several, answers)
    }
    expect(step).toBe('end')
    expect(submissionOf(answers, '2026-11-23T01:00:00Z')).toMatchObject({
      licenceNo: '440785100001',
      phone: null,
      consent: { version: 'v3', agreed: true },
    })
  })

  test('whatever is answered in whatever order, the end is reached only when every question is answered', () => {
    const answers = fc.array(fc.constantFrom<RenewalAnswer>(...right, { question: 'notice', version: 'v2' }))
    fc.assert(
      fc.property(answers, fc.constantFrom<RenewalStep>('facts', 'phone', 'notice', 'signature'), (given, at) => {
        const state = given.reduce(taken, noAnswers)
        if (renewalFlow.next(at, several, state) !== 'end') return
        expect(at).toBe('signature')
        expect(submissionOf(state, 't')).toBeDefined()
        expect(state.agreedVersion).toBe('v3')
      }),
    )
  })

  test('consent to an older text does not count', () => {
    const answers = { ...noAnswers, factsConfirmed: true, phone: null, agreedVersion: 'v2' }
    expect(renewalFlow.next('notice', one, answers)).toBe('notice')
  })

  test('another licence forgets what was said about the first', () => {
    const answers = right.reduce(taken, noAnswers)
    expect(taken(answers, { question: 'licence', licenceNo: '440785100002' })).toEqual({
      ...noAnswers,
      licenceNo: '440785100002',
    })
    expect(taken(answers, { question: 'licence', licenceNo: '440785100001' })).toBe(answers)
  })
})

describe('the telephone', () => {
  test.each([
    ['13800138000', '13800138000'],
    ['１３８００１３８０００', '13800138000'],
    ['07507123456', '0750-7123456'],
  ])('%s is taken as %s', (number, phone) => {
    expect(taken(noAnswers, { question: 'phone', number }).phone).toBe(phone)
  })

  test.each(['', '1380013800', '23800138000', '138001380001', 'abc'])('“%s” is refused', number => {
    expect(answer(noAnswers, { question: 'phone', number })).toMatchObject({ ok: false, refusal: 'phoneInvalid' })
  })
})

describe('the signature', () => {
  test.each([
    ['nothing', []],
    ['a dot', [[[5, 5] as const]]],
    ['a slip of the finger', [[[5, 5] as const, [30, 20] as const]]],
  ])('%s is no signature', (_, strokes) => {
    expect(signatureOf({ width: 800, height: 300, strokes })).toMatchObject({ refusal: 'signatureMissing' })
  })

  test('a pad that was never touched, and so never measured, is no signature', () => {
    expect(signatureOf({ width: 0, height: 0, strokes: [] })).toMatchObject({ refusal: 'signatureMissing' })
  })

  test('anything drawn keeps to the limits of the contract', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    const strokes = fc.array(fc.array(fc.tuple(number, number), { maxLength: 60 }), { maxLength: 40 })
    fc.assert(
      fc.property(strokes, fc.double({ min: 0, max: 1e5, noNaN: true }), (drawn, width) => {
        const result = signatureOf({ width, height: 300, strokes: drawn })
        if (!result.ok) return
        expect(result.value.strokes.length).toBeLessThanOrEqual(200)
        expect(result.value.width).toBeGreaterThanOrEqual(50)
        for (const stroke of result.value.strokes) {
          expect(stroke.length).toBeGreaterThanOrEqual(2)
          expect(stroke.length).toBeLessThanOrEqual(4000)
          expect(stroke.every(n => Number.isInteger(n) && n >= -4000 && n <= 8000)).toBe(true)
        }
      }),
    )
  })

  test('a finger that rests adds no points', () => {
    const stroke = withPoint([[10, 10]], [10.5, 10.5])
    expect(stroke).toHaveLength(1)
    expect(withPoint(stroke, [14, 10])).toHaveLength(2)
  })

  test('a very long drawing is cut, not refused by the server', () => {
    const long = Array.from({ length: 9000 }, (_, i) => [i % 700, i % 250] as const)
    const result = signatureOf({ width: 800, height: 300, strokes: Array.from({ length: 300 }, () => long) })
    expect(result.ok && result.value.strokes.length).toBe(200)
    expect(result.ok && result.value.strokes[0]?.length).toBe(4000)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ServiceSheet } from '#contract/licensing'
import * as sample from '../kiosk/testing/sample.ts'
import { type ApplyAnswer, type ApplyAnswers, answer, noAnswers, submissionOf } from './apply/answers.ts'
import { stopsSoFar } from './apply/check.ts'
import { signatureOf, withPoint } from './apply/signature.ts'
import { type ApplyStep, nextStep, position, previousStep, questionsAt, type Standing, stepsOf } from './apply/steps.ts'

const known = {
  today: '2026-11-23',
  validTo: '2027-05-01',
  scope: [],
  suspendedFrom: null,
  suspendedTo: null,
  business: null,
  minimumMonths: 1,
  maximumDays: 365,
}
const sheetOf = (service: ServiceSheet['service']) =>
  ({ service, known, notice: { version: 'v3' } }) as unknown as ServiceSheet
const one = (answers: ApplyAnswers, service: ServiceSheet['service'] = 'renewal'): Standing => ({
  licences: 1,
  sheet: sheetOf(service),
  answers,
})
const several = (answers: ApplyAnswers): Standing => ({ ...one(answers), licences: 3 })

const drawing = { width: 800, height: 300, strokes: [[[10, 10] as const, [200, 150] as const]] }

const right: readonly ApplyAnswer[] = [
  { question: 'licence', licenceNo: '440785100001' },
  { question: 'facts' },
  { question: 'deliver', mode: 'door' },
  { question: 'phone', same: true },
  { question: 'notice', version: 'v3' },
  { question: 'signature', drawing },
]

const taken = (answers: ApplyAnswers, given: ApplyAnswer): ApplyAnswers => {
  const result = answer(answers, given)
  return result.ok ? result.value : answers
}

const { facts: sampleFacts, policy: samplePolicy } = sample.sheet

describe('the steps of a renewal', () => {
  test('one licence is not asked for, so there are five steps', () => {
    expect(stepsOf(one(noAnswers))[0]).toBe('facts')
    expect(position('phone', one(noAnswers))).toEqual({ number: 3, of: 5 })
    expect(previousStep('facts', one(noAnswers))).toBe('start')
  })

  test('several licences are one step more', () => {
    expect(stepsOf(several(noAnswers))[0]).toBe('licence')
    expect(position('phone', several(noAnswers))).toEqual({ number: 4, of: 6 })
    expect(previousStep('facts', several(noAnswers))).toBe('licence')
  })

  test('right answers lead from the first question to the end', () => {
    let answers = noAnswers
    let step: ApplyStep | 'end' = 'licence'
    for (const given of right) {
      expect(step).toBe(given.question)
      answers = taken(answers, given)
      step = nextStep(given.question, several(answers))
    }
    expect(step).toBe('end')
    expect(submissionOf('renewal', answers, '2026-11-23T01:00:00Z')).toMatchObject({
      licenceNo: '440785100001',
      phone: null,
      deliver: { mode: 'door', address: null },
      consent: { version: 'v3', agreed: true },
    })
  })

  test('whatever is answered in whatever order, the end is reached only when every question is answered', () => {
    const answers = fc.array(fc.constantFrom<ApplyAnswer>(...right, { question: 'notice', version: 'v2' }))
    fc.assert(
      fc.property(
        answers,
        fc.constantFrom<ApplyStep>('facts', 'deliver', 'phone', 'notice', 'signature'),
        (given, at) => {
          const state = given.reduce(taken, noAnswers)
          if (nextStep(at, several(state)) !== 'end') return
          expect(at).toBe('signature')
          expect(submissionOf('renewal', state, 't')).toBeDefined()
          expect(state.agreedVersion).toBe('v3')
        },
      ),
    )
  })

  test('consent to an older text does not count', () => {
    const answers: ApplyAnswers = {
      ...noAnswers,
      factsConfirmed: true,
      deliver: 'door',
      phone: null,
      agreedVersion: 'v2',
    }
    expect(nextStep('notice', one(answers))).toBe('notice')
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

describe('a change', () => {
  const says = (said: Record<string, string>) => one({ ...noAnswers, factsConfirmed: true, said }, 'change')

  test('asks for the new values of what was chosen, and for nothing else', () => {
    const asked = stepsOf(says({ items: 'phone,scope' })).filter(step => step.startsWith('asked.'))
    // Only a telephone: no paper is made, and nobody is asked whether the old number is right.
    expect(stepsOf(says({ items: 'phone', phone: '13800138000' }))).toEqual([
      ...['facts', 'asked.items', 'asked.phone', 'notice', 'signature'],
    ])
    expect(asked).toEqual(['asked.items', 'asked.phone', 'asked.scope'])
  })

  test('a value left to the officer is an answer, and is not sent', () => {
    const standing = says({ items: 'shopName', shopName: '' })
    expect(nextStep('asked.shopName', standing)).toBe('deliver')
    const complete = right.slice(3).reduce(taken, { ...standing.answers, licenceNo: '440785100001' })
    expect(submissionOf('change', complete, 't')?.answers).toEqual({ items: 'shopName' })
  })
})

describe('at a terminal, where the person is checked too', () => {
  const at = (said: Record<string, string>, service: ServiceSheet['service'] = 'reissue') => ({
    ...one({ ...noAnswers, factsConfirmed: true, said }, service),
    together: true,
  })

  test('short questions share a page and the notice stands where it is signed', () => {
    expect(stepsOf(at({}))).toEqual(['facts', 'asked.cause', 'deliver', 'phone', 'signature'])
    const { sheet } = at({})
    const keys = (together: boolean) =>
      sheet ? questionsAt(sheet, 'asked.cause', { ...at({}), together }).map(({ key }) => key) : []
    expect([keys(true), keys(false)]).toEqual([['cause', 'which'], ['cause']])
  })

  test('a page is left only when each of its questions is answered', () => {
    expect(nextStep('asked.cause', at({ cause: 'lost' }))).toBe('asked.cause')
    expect(nextStep('asked.cause', at({ cause: 'lost', which: 'both' }))).toBe('deliver')
  })

  test('signing agrees to the notice above it, and to no other', () => {
    const { drawing } = {
      drawing: {
        width: 900,
        height: 400,
        strokes: [
          [
            [10, 10],
            [500, 300],
          ],
        ] as never,
      },
    }
    const signed = answer(noAnswers, { question: 'signature', drawing, version: 'v9' })
    expect(signed.ok && signed.value.agreedVersion).toBe('v9')
    const ready = at({ cause: 'lost', which: 'both' })
    const answers = { ...ready.answers, deliver: 'electronic' as const, phone: null }
    const standing = (agreedVersion: string | undefined) => ({
      ...ready,
      answers: { ...answers, ...(signed.ok ? { signature: signed.value.signature } : {}), agreedVersion },
    })
    expect(nextStep('signature', standing('an older one'))).toBe('signature')
    expect(nextStep('signature', standing(ready.sheet?.notice.version))).toBe('end')
  })
})

describe('the rules on the screen', () => {
  const facts = { today: '2026-11-23', licenceState: 'valid', window: { validTo: '2028-05-01' } }
  const stops = (service: ServiceSheet['service'], said: Record<string, string>) => {
    const policy = { suspensionMinimumMonths: 1, suspensionMaximumDays: 365 }
    const sheet = { ...sheetOf(service), facts: { ...sampleFacts, ...facts }, policy: { ...samplePolicy, ...policy } }
    return stopsSoFar(sheet as unknown as ServiceSheet, { ...noAnswers, said }).map(({ rule }) => rule)
  }

  test('say at once what cannot be done as chosen', () => {
    expect(stops('suspend', { from: '2026-12-01', to: '2026-12-20' })).toEqual(['R07'])
    expect(stops('suspend', { from: '2026-12-01', to: '2027-02-01' })).toEqual([])
    expect(stops('suspend', { from: '2026-12-01' })).toEqual([])
    expect(stops('change', { items: 'move' })).toEqual(['C01'])
    expect(stops('resume', { same: 'placeChanged' })).toEqual(['C02'])
  })
})

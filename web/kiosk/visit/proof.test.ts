import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stepsOf } from '../../services/apply/steps.ts'
import * as sample from '../testing/sample.ts'
import { advance } from './advance.ts'
import { standingOf } from './apply.ts'
import type { KioskEvent } from './events.ts'
import { type Effect, type Kiosk, newKiosk } from './state.ts'

const opened = (portrait?: boolean): KioskEvent => ({
  is: 'sessionOpened',
  session: {
    person: { name: '梁*英', idNoMasked: '**************4021', elder: false },
    endsInSeconds: 600,
    idleSeconds: 60,
    ...(portrait === undefined ? {} : { portrait }),
  },
  at: '2026-11-23T02:00:00Z',
  key: 'K1',
})
const ready: Kiosk = advance(newKiosk, { is: 'deviceChanged', device: sample.device })[0]
const compared = { score: 0.52, challenge: 'passed', model: 'm' } as const

function walk(...events: readonly KioskEvent[]): { screen: string; kiosk: Kiosk; effects: Effect[] } {
  const effects: Effect[] = []
  let kiosk = ready
  for (const event of events) {
    const [next, ...more] = advance(kiosk, event)
    kiosk = next
    effects.push(...more)
  }
  return { screen: kiosk.visit.screen.name, kiosk, effects }
}
const close: KioskEvent = { is: 'serviceChosen', service: 'close', key: 'K0' }
const loadedAs = (phoneMasked: string | null): KioskEvent[] => [
  { is: 'licencesLoaded', licences: [sample.licence] },
  { is: 'sheetLoaded', sheet: { ...sample.sheetOf('close'), phoneMasked } },
]
const sent = { challengeId: 'c1', phoneMasked: '*******8000', minutes: 5 }
const toProof = [close, opened(true), ...loadedAs(sent.phoneMasked)]
const onFacts = { name: 'apply', step: 'facts', wrong: false }
const onReason = { name: 'apply', step: 'asked.reason', wrong: false }
const face: KioskEvent = { is: 'proofChosen', way: 'face' }
const card: KioskEvent = { is: 'proofChosen', way: 'card' }
const code: KioskEvent = { is: 'proofChosen', way: 'code' }
const toCamera = [...toProof, face, { is: 'faceAgreed' }, { is: 'faceReady' }] as const satisfies readonly KioskEvent[]
const seen: KioskEvent = { is: 'faceSeen', seen: compared }
const answer = (result: 'passed' | 'grey' | 'failed'): KioskEvent => ({ is: 'faceAnswered', result, triesLeft: 2 })

describe('the ways of proof', () => {
  const confirmed: KioskEvent = { is: 'answered', answer: { question: 'facts' } }

  test('stand on the page of the facts for what ends or changes a right: nobody goes on around them', () => {
    expect(walk(...toProof).kiosk.visit.screen).toEqual(onFacts)
    expect(walk(...toProof, confirmed).kiosk.visit.screen).toEqual(onFacts)
    expect(walk(...toProof, card).kiosk.visit).toMatchObject({ screen: onReason, answers: { factsConfirmed: true } })
  })

  test('are not asked for a renewal, which goes on by its own button', () => {
    const renewal: KioskEvent[] = [
      { is: 'serviceChosen', service: 'renewal', key: 'K0' },
      opened(true),
      { is: 'licencesLoaded', licences: [sample.licence] },
      { is: 'sheetLoaded', sheet: sample.sheet },
    ]
    expect(walk(...renewal, confirmed).kiosk.visit.screen).toMatchObject({ step: 'deliver' })
  })

  test('the card alone goes on, from the choice and from the words about the face', () => {
    for (const line of [
      [...toProof, card],
      [...toProof, face, card],
    ]) {
      const { effects, kiosk } = walk(...line)
      expect(kiosk.visit.screen).toEqual(onReason)
      expect(effects.some(effect => /Face/.test(effect.do))).toBe(false)
    }
  })

  test('a code is asked for, typed and proven; a wrong one leaves the page with its words', () => {
    const asked = walk(...toProof, code)
    expect([asked.screen, asked.effects.at(-1)]).toEqual(['working', { do: 'askCode' }])
    const typed = (text: string): KioskEvent[] => [
      ...toProof,
      code,
      { is: 'codeSent', sent },
      { is: 'codeTyped', code: text },
    ]
    expect(walk(...typed('123456')).effects.at(-1)).toEqual({ do: 'proveCode', sent, code: '123456' })
    const wrong = walk(...typed('123456'), { is: 'codeWrong', sent, words: '验证码不对' })
    expect(wrong.kiosk.visit.screen).toEqual({ name: 'cardCode', sent, wrong: '验证码不对' })
    const proven = walk(...typed('123456'), { is: 'codeProven', sent })
    expect([proven.kiosk.visit.proof, proven.kiosk.visit.screen]).toEqual(['cardCode', onReason])
    expect(walk(...toProof, { is: 'codeProven', sent }).kiosk.visit.proof).toBe('open')
    const failed: KioskEvent = { is: 'failed', trouble: { code: 'cardCodeOver' }, effect: { do: 'askCode' } }
    expect(walk(...toProof, code, failed, { is: 'back' }).screen).toBe('proof')
  })

  test('whoever read a code at the number on file is not asked whether it is right; any other way asks', () => {
    const steps = (...events: KioskEvent[]) => stepsOf(standingOf(walk(...events).kiosk))
    const byCode = (phoneMasked: string | null): KioskEvent[] => [
      close,
      opened(true),
      ...loadedAs(phoneMasked),
      code,
      { is: 'codeSent', sent },
      { is: 'codeTyped', code: '123456' },
      { is: 'codeProven', sent },
    ]
    const same = byCode(sent.phoneMasked)
    expect(steps(...same)).not.toContain('phone')
    expect(walk(...same).kiosk.visit.answers.phone).toBeNull()
    expect(steps(...byCode('*******1111'))).toContain('phone')
    expect(steps(...byCode(null))).toContain('phone')
    expect(steps(...toProof, card)).toContain('phone')
    // The next matter of the visit stands on the same message.
    const next: KioskEvent[] = [{ is: 'back' }, { is: 'back' }, close, ...loadedAs(sent.phoneMasked)]
    expect(steps(...same, ...next)).not.toContain('phone')
    expect(walk(...same, ...next, confirmed).kiosk.visit.screen).toEqual(onReason)
    expect(walk(...same, { is: 'exit' }).kiosk.visit.codePhone).toBeUndefined()
  })

  test('a comparison is reported once, however often the camera speaks', () => {
    const { effects } = walk(...toCamera, seen, seen)
    expect(effects.filter(effect => effect.do === 'reportFace')).toEqual([{ do: 'reportFace', compared }])
  })

  test.each(['passed', 'grey', 'failed'] as const)('after %s the matter goes on', result => {
    const { kiosk } = walk(...toCamera, seen, answer(result), { is: 'proofDone' })
    expect(kiosk.visit.screen).toEqual(onReason)
    expect(kiosk.visit.proof).toBe(result === 'passed' ? 'face' : 'card')
  })

  test('what was proved holds for the next matter of the visit, and ends with it', () => {
    const done = [...toCamera, seen, answer('passed'), { is: 'proofDone' }] as const
    const next: KioskEvent[] = [{ is: 'back' }, { is: 'back' }, close, ...loadedAs(null)]
    expect(walk(...done, ...next, confirmed).kiosk.visit.screen).toEqual(onReason)
    expect(walk(...done, { is: 'exit' }).kiosk.visit.proof).toBe('open')
  })

  test('withdrawn, the ways are open again; a camera that cannot be used leads back to them', () => {
    expect(walk(...toCamera, seen, answer('passed'), { is: 'faceWithdrawn' }).kiosk.visit).toMatchObject({
      proof: 'open',
      screen: { name: 'proof', note: 'withdrawn' },
    })
    expect(walk(...toCamera, { is: 'faceSeen', seen: 'noCamera' }).kiosk.visit.screen).toEqual({
      name: 'proof',
      note: 'noCamera',
    })
  })

  test('no line of taps looks through the camera before somebody agreed', () => {
    const taps = fc.constantFrom<KioskEvent>(
      face,
      card,
      seen,
      close,
      { is: 'faceAgreed' },
      { is: 'faceReady' },
      { is: 'back' },
      opened(true),
    )
    fc.assert(
      fc.property(fc.array(taps, { maxLength: 30 }), events => {
        const { effects } = walk(...events)
        const first = (name: Effect['do']) => effects.findIndex(effect => effect.do === name)
        if (first('reportFace') >= 0) expect(first('agreeToFace')).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

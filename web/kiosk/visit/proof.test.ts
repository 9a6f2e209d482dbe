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
const toProof = [close, opened(true)]
const face: KioskEvent = { is: 'proofChosen', way: 'face' }
const card: KioskEvent = { is: 'proofChosen', way: 'card' }
const code: KioskEvent = { is: 'proofChosen', way: 'code' }
const sent = { challengeId: 'c1', phoneMasked: '*******8000', minutes: 5 }
const toCamera = [...toProof, face, { is: 'faceAgreed' }, { is: 'faceReady' }] as const satisfies readonly KioskEvent[]
const seen: KioskEvent = { is: 'faceSeen', seen: compared }
const answer = (result: 'passed' | 'grey' | 'failed'): KioskEvent => ({ is: 'faceAnswered', result, triesLeft: 2 })

describe('the ways of proof', () => {
  test('are offered for what ends or changes a right, with or without a portrait; and nowhere else', () => {
    expect(walk(...toProof).screen).toBe('proof')
    expect(walk(close, opened(false)).screen).toBe('proof')
    expect(walk(close, opened()).screen).toBe('proof')
    expect(walk({ is: 'serviceChosen', service: 'renewal', key: 'K0' }, opened(true)).screen).toBe('working')
    expect(walk({ is: 'serviceChosen', service: 'query', key: 'K0' }, opened(true)).screen).toBe('working')
  })

  test('the card alone goes on, from the choice and from the words about the face', () => {
    for (const line of [
      [...toProof, card],
      [...toProof, face, card],
    ]) {
      const { effects } = walk(...line)
      expect(effects.at(-1)).toEqual({ do: 'loadLicences' })
      expect(effects.some(effect => /Face/.test(effect.do))).toBe(false)
    }
  })

  test('a code is asked for, typed and proven; a wrong or short one leaves the page with its words', () => {
    const asked = walk(...toProof, code)
    expect([asked.screen, asked.effects.at(-1)]).toEqual(['working', { do: 'askCode' }])
    const typed = (text: string): KioskEvent[] => [
      ...toProof,
      code,
      { is: 'codeSent', sent },
      { is: 'codeTyped', code: text },
    ]
    expect(walk(...typed('123')).kiosk.visit.screen).toEqual({ name: 'cardCode', sent, wrong: '' })
    expect(walk(...typed('123456')).effects.at(-1)).toEqual({ do: 'proveCode', sent, code: '123456' })
    const wrong = walk(...typed('123456'), { is: 'codeWrong', sent, words: '验证码不对' })
    expect(wrong.kiosk.visit.screen).toEqual({ name: 'cardCode', sent, wrong: '验证码不对' })
    const proven = walk(...typed('123456'), { is: 'codeProven', sent })
    expect([proven.kiosk.visit.proof, proven.effects.at(-1)]).toEqual(['cardCode', { do: 'loadLicences' }])
    expect(walk(...toProof, { is: 'codeProven', sent }).kiosk.visit.proof).toBe('open')
    const failed: KioskEvent = { is: 'failed', trouble: { code: 'cardCodeOver' }, effect: { do: 'askCode' } }
    expect(walk(...toProof, code, failed, { is: 'back' }).screen).toBe('proof')
  })

  test('whoever read a code at the number on file is not asked whether it is right; any other way asks', () => {
    const proven: KioskEvent[] = [...toProof, code, { is: 'codeSent', sent }, { is: 'codeTyped', code: '123456' }]
    const loaded = (phoneMasked: string | null): KioskEvent[] => [
      { is: 'licencesLoaded', licences: [sample.licence] },
      { is: 'sheetLoaded', sheet: { ...sample.sheetOf('close'), phoneMasked } },
    ]
    const steps = (...events: KioskEvent[]) => stepsOf(standingOf(walk(...events).kiosk))
    const byCode: KioskEvent[] = [...proven, { is: 'codeProven', sent }]
    expect(steps(...byCode, ...loaded(sent.phoneMasked))).not.toContain('phone')
    expect(walk(...byCode, ...loaded(sent.phoneMasked)).kiosk.visit.answers.phone).toBeNull()
    expect(steps(...byCode, ...loaded('*******1111'))).toContain('phone')
    expect(steps(...byCode, ...loaded(null))).toContain('phone')
    expect(steps(...toProof, card, ...loaded(sent.phoneMasked))).toContain('phone')
    // The next matter of the visit stands on the same message.
    expect(
      steps(...byCode, ...loaded(sent.phoneMasked), { is: 'back' }, close, ...loaded(sent.phoneMasked)),
    ).not.toContain('phone')
    expect(walk(...byCode, { is: 'exit' }).kiosk.visit.codePhone).toBeUndefined()
  })

  test('a comparison is reported once, however often the camera speaks', () => {
    const { effects } = walk(...toCamera, seen, seen)
    expect(effects.filter(effect => effect.do === 'reportFace')).toEqual([{ do: 'reportFace', compared }])
  })

  test.each(['passed', 'grey', 'failed'] as const)('after %s the matter goes on', result => {
    const { kiosk, effects } = walk(...toCamera, seen, answer(result), { is: 'proofDone' })
    expect(effects.at(-1)).toEqual({ do: 'loadLicences' })
    expect(kiosk.visit.proof).toBe(result === 'passed' ? 'face' : 'card')
  })

  test('what was proved holds for the next matter of the visit, and ends with it', () => {
    const done = [...toCamera, seen, answer('passed'), { is: 'proofDone' }] as const
    const next: KioskEvent[] = [{ is: 'licencesLoaded', licences: [] }, { is: 'back' }, close]
    expect(walk(...done, ...next).screen).toBe('working')
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

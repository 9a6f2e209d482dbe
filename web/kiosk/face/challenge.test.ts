import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asked, beginChallenge, type Challenge, look, type Measurement, type Movement } from './challenge.ts'

const limit = 10_000
const rest = { faces: 1, yaw: 0.02, eyes: 0.3 }
const shut = { ...rest, eyes: 0.12 }
const aside = { ...rest, yaw: 0.6 }
const otherSide = { ...rest, yaw: -0.6 }
const nobody = { ...rest, faces: 0 }
const two = { ...rest, faces: 2 }
type Look = Omit<Measurement, 'at'>
const times = (count: number, one: Look): Look[] => Array.from({ length: count }, () => one)
const settled = times(5, rest)

/** The looks one after the other, a tenth of a second apart. */
function seenAs(looks: readonly Look[], order: readonly Movement[] = ['blink', 'turn'], apart = 100): Challenge {
  return looks.reduce<Challenge>(
    (challenge, one, n) => look(challenge, { ...one, at: (n + 1) * apart }, limit),
    beginChallenge(order, 0),
  )
}

describe('the challenge', () => {
  test.each<[string, readonly Look[], Challenge['outcome']]>([
    ['blink, then turn', [...settled, shut, rest, aside, rest], 'passed'],
    ['a turn to the other side is as good', [...settled, shut, rest, otherSide, rest], 'passed'],
    ['eyes that stay shut are no blink', [...settled, ...times(200, shut)], 'timeOut'],
    ['a head that stays turned has not come back', [...settled, shut, rest, ...times(200, aside)], 'timeOut'],
    ['the turn before the blink was not asked for', [...settled, aside, rest, ...times(200, rest)], 'timeOut'],
    ['a still picture moves nothing', times(200, rest), 'timeOut'],
    ['a still picture at an angle never settles', times(200, aside), 'timeOut'],
    ['a look away for a moment is forgiven', [...settled, ...times(10, nobody), shut, rest, aside, rest], 'passed'],
    ['somebody who leaves is somebody else when he comes back', [...settled, ...times(17, nobody)], 'failed'],
    ['two people before the camera', [...settled, ...times(17, two)], 'failed'],
    ['nobody at all', times(20, nobody), 'failed'],
  ])('%s: %s', (_, looks, outcome) => expect(seenAs(looks).outcome).toBe(outcome))

  test('asks in its own order', () => {
    expect(asked(seenAs([]))).toBeUndefined()
    expect(asked(seenAs(settled, ['turn', 'blink']))).toBe('turn')
    expect(asked(seenAs([...settled, aside, rest], ['turn', 'blink']))).toBe('blink')
    expect(seenAs([...settled, shut, rest, aside, rest], ['turn', 'blink']).outcome).toBe('open')
  })

  const anyLook: fc.Arbitrary<Look> = fc.record({
    faces: fc.constantFrom(0, 1, 1, 1, 2),
    yaw: fc.double({ min: -1, max: 1, noNaN: true }),
    eyes: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  const order = fc.constantFrom<readonly Movement[]>(['blink', 'turn'], ['turn', 'blink'])

  test('whatever is seen: what is decided stays decided, and steps only go forward', () => {
    fc.assert(
      fc.property(fc.array(anyLook, { maxLength: 60 }), order, (looks, which) => {
        let before = beginChallenge(which, 0)
        for (const [n, one] of looks.entries()) {
          const now = look(before, { ...one, at: n * 150 }, limit)
          if (before.outcome !== 'open') expect(now).toBe(before)
          expect(now.step - before.step).toBeGreaterThanOrEqual(0)
          expect(now.step - before.step).toBeLessThanOrEqual(1)
          before = now
        }
      }),
    )
  })

  test('any picture that is held still, with the tremble of a hand, fails in the end', () => {
    const tremble = fc.array(fc.double({ min: -0.05, max: 0.05, noNaN: true }), { minLength: 150, maxLength: 150 })
    const yaw = fc.double({ min: -0.25, max: 0.25, noNaN: true })
    fc.assert(
      fc.property(tremble, yaw, fc.double({ min: 0.2, max: 0.5, noNaN: true }), order, (shake, at, eyes, which) => {
        const looks = shake.map(one => ({ faces: 1, yaw: at + one, eyes: eyes * (1 + one) }))
        expect(seenAs(looks, which).outcome).toBe('timeOut')
      }),
    )
  })
})

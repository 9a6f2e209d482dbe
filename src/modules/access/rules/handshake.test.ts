import fc from 'fast-check'
import { expect, it } from 'vitest'
import { channelText, decideHandshake } from './handshake.ts'

it('signs the words of the decision, line by line', () => {
  expect(channelText({ terminalId: 't', bootCounter: 7, nonce: 'ab' })).toBe('yzt-channel-v1\nt\n7\nab')
})

it('takes a counter only when it has grown', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (last, next) => {
      const decision = decideHandshake({ state: 'active', bootCounter: last }, next)
      expect(decision.ok).toBe(next > last)
      if (!decision.ok) expect(decision.refusal).toBe('terminalCloned')
    }),
  )
})

it.each([
  ['revoked', 'terminalRevoked'],
  ['frozen', 'terminalFrozen'],
  ['proposed', 'terminalUnknown'],
  ['confirmed', 'terminalUnknown'],
] as const)('refuses a %s terminal before it looks at the counter', (state, refusal) => {
  expect(decideHandshake({ state, bootCounter: 9 }, 1)).toEqual({ ok: false, refusal })
})

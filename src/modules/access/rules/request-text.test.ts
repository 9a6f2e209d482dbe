import fc from 'fast-check'
import { expect, it } from 'vitest'
import { claimsTerminal, readRequestSigns, requestText } from './request-text.ts'

const headers = {
  'x-yzt-terminal': '0b9a7c4e-1111-4222-8333-444455556666',
  'x-yzt-channel': '1b9a7c4e-1111-4222-8333-444455556666',
  'x-yzt-counter': '12',
  'x-yzt-mac': 'Ab'.repeat(32),
}

it('reads the headers of a terminal', () => {
  expect(readRequestSigns(headers)).toMatchObject({
    ok: true,
    value: { counter: 12, session: '', mac: 'ab'.repeat(32) },
  })
})

it.each([
  ['x-yzt-terminal', 'x'],
  ['x-yzt-channel', ''],
  ['x-yzt-counter', '0'],
  ['x-yzt-counter', '01'],
  ['x-yzt-counter', '-1'],
  ['x-yzt-counter', '1e3'],
  ['x-yzt-counter', '9007199254740993'],
  ['x-yzt-mac', 'zz'.repeat(32)],
  ['x-yzt-mac', 'ab'.repeat(31)],
  ['x-yzt-session', 'a b'],
  ['x-yzt-session', 'a'.repeat(101)],
])('refuses %s: %s', (name, value) => {
  expect(readRequestSigns({ ...headers, [name]: value })).toEqual({ ok: false, refusal: 'macWrong' })
})

it('never throws, whatever stands in the headers', () => {
  const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined))
  const record = fc.record(Object.fromEntries(Object.keys(headers).map(name => [name, value])))
  fc.assert(
    fc.property(record, made => {
      expect(readRequestSigns(made).ok).toBe(false)
    }),
  )
})

it('takes half a set of headers as a claim, so that nobody slips through as a passer-by', () => {
  expect(claimsTerminal({ 'x-yzt-mac': '' })).toBe(true)
  expect(claimsTerminal({ 'x-yzt-terminal': 't' })).toBe(true)
  expect(claimsTerminal({ 'x-yzt-session': 's', cookie: 'a=b' })).toBe(false)
})

it('gives two requests that differ anywhere two texts', () => {
  const part = fc.record({
    channelId: fc.uuid(),
    counter: fc.integer({ min: 1, max: 5 }),
    session: fc.constantFrom('', 'a', 'b'),
    method: fc.constantFrom('GET', 'POST'),
    path: fc.constantFrom('/api/a', '/api/a?b=1', '/api/b'),
    bodyDigest: fc.constantFrom('00', '11'),
  })
  fc.assert(
    fc.property(part, part, (one, two) => {
      const same = JSON.stringify(one) === JSON.stringify(two)
      expect(requestText(one, one) === requestText(two, two)).toBe(same)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeTotpSecret, totpCode, totpStep, totpUri } from './totp.ts'

const rfc6238 = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const second = (epochSeconds: number) => Temporal.Instant.fromEpochMilliseconds(epochSeconds * 1000)

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [20_000_000_000, '353130'],
])('at second %i of RFC 6238 the code is %s', (at, code) => {
  expect(totpCode(rfc6238, second(at))).toBe(code)
  expect(totpStep(rfc6238, code, { at: second(at) })).toBe(Math.floor(at / 30))
})

test('a code counts one step early and one step late, no more', () => {
  const secret = makeTotpSecret()
  const code = totpCode(secret, second(3000))
  const steps = [2940, 2970, 3000, 3030, 3060].map(at => totpStep(secret, code, { at: second(at) }))
  expect(steps).toEqual([undefined, 100, 100, 100, undefined])
})

test('a used code and every older one are refused', () => {
  const at = second(3000)
  expect(totpStep(rfc6238, totpCode(rfc6238, at), { at, lastStep: 99 })).toBe(100)
  expect(totpStep(rfc6238, totpCode(rfc6238, at), { at, lastStep: 100 })).toBeUndefined()
  expect(totpStep(rfc6238, totpCode(rfc6238, second(2970)), { at, lastStep: 100 })).toBeUndefined()
})

test('anything that is not six right digits is a no', () => {
  const wrong = fc.string().filter(text => !/^\d{6}$/u.test(text))
  fc.assert(fc.property(wrong, code => totpStep(rfc6238, code, { at: second(3000) }) === undefined))
})

test('the text for the app names the product and the account', () => {
  expect(decodeURIComponent(totpUri(rfc6238, 'chen'))).toContain(
    'otpauth://totp/烟政通:chen?issuer=烟政通&secret=GEZDGNBV',
  )
  expect(makeTotpSecret()).toMatch(/^[A-Z2-7]{32}$/u)
})

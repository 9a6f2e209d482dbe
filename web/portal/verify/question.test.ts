import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenSignedText, tokenText } from '#kernel/licence-token'
import { readQuestion } from './question.ts'

const fields = {
  keyId: 'k1',
  licenceNo: '440785110001',
  shopName: '店',
  operatorMasked: '陈*',
  address: '镇',
  validFrom: '2022-01-16',
  validTo: '2027-01-15',
  version: 1,
  copyNo: 1,
  issuer: '局',
  issuedOn: '2022-01-16',
}
const text = tokenText(tokenSignedText(fields), new Uint8Array(64).fill(3))

describe('what is to be verified', () => {
  it.each([
    ['', 'none'],
    ['#', 'none'],
    ['#   ', 'none'],
    [`#${text}`, 'token'],
    [`https://example.cn/v#${text}`, 'token'],
    [`#${text.slice(0, 60)}`, 'damaged'],
    ['#440785110001', 'number'],
    ['4407 8511 0001', 'number'],
    ['４４０７８５１１０００１', 'number'],
    ['44078511000', 'unreadable'],
    ['#content', 'unreadable'],
    ['#%E0%A4%A', 'unreadable'],
  ])('in %j is: %s', (given, kind) => expect(readQuestion(given).kind).toBe(kind))

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), given => typeof readQuestion(given).kind === 'string'))
  })
})

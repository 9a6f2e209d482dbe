import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Verification } from '#contract/licensing'
import type { LicenceToken } from '#kernel/licence-token'
import {
  judgeNumber,
  judgeToken,
  type ListFinding,
  type SignatureFinding,
  type StatusFinding,
  verdict,
} from './verdict.ts'

const token: LicenceToken = {
  keyId: 'k1',
  licenceNo: '440785110001',
  shopName: '南塘便利店',
  operatorMasked: '陈**',
  address: '沙湖镇',
  validFrom: '2022-01-16',
  validTo: '2027-01-15',
  version: 3,
  copyNo: 1,
  issuer: '恩平市烟草专卖局',
  issuedOn: '2022-01-16',
}
const status = (change: Partial<Verification> = {}): Verification => ({
  licenceNo: token.licenceNo,
  state: 'valid',
  stateLabel: '有效',
  stateLabelEn: 'valid',
  valid: true,
  shopName: token.shopName,
  operatorNameMasked: '陈**',
  address: token.address,
  validFrom: token.validFrom,
  validTo: token.validTo,
  version: 3,
  currentVersion: 3,
  copyNo: 1,
  asOf: '2026-11-23T01:00:00Z',
  ...change,
})
const today = '2026-11-23'

describe('the verdict on a scanned code', () => {
  it.each<[SignatureFinding, StatusFinding, string, string]>([
    ['good', status(), 'valid', 'good'],
    ['good', status({ currentVersion: 4 }), 'superseded', 'wait'],
    ['good', status({ shopName: '别的店' }), 'differs', 'bad'],
    ['good', status({ validTo: '2026-12-31' }), 'differs', 'bad'],
    ['good', status({ state: 'suspended', valid: false }), 'suspended', 'wait'],
    ['good', status({ state: 'suspended', valid: false, currentVersion: 9 }), 'suspended', 'wait'],
    ['good', status({ state: 'rectifying', valid: false }), 'rectifying', 'wait'],
    ['good', status({ state: 'expiredPending', valid: true }), 'expiredPending', 'wait'],
    ['good', status({ state: 'expired', valid: false }), 'expired', 'bad'],
    ['good', status({ state: 'cancelled', valid: false }), 'cancelled', 'bad'],
    ['good', status({ state: 'revoked', valid: false }), 'notValid', 'bad'],
    ['good', 'notFound', 'notOnRecord', 'bad'],
    ['good', 'unreachable', 'offlineSigned', 'wait'],
    ['bad', status(), 'forged', 'bad'],
    ['bad', 'unreachable', 'forged', 'bad'],
    ['unknownKey', status(), 'unknownSigner', 'bad'],
    ['unknownKey', 'unreachable', 'offlineUnchecked', 'wait'],
    ['noKeys', 'unreachable', 'offlineUnchecked', 'wait'],
    ['noKeys', status(), 'offlineUnchecked', 'wait'],
  ])('with signature %s and register %j is %s (%s)', (signature, register, kind, tone) => {
    expect(judgeToken(token, { signature, status: register }, today)).toMatchObject({ kind, tone })
  })

  it('without network says that the signed term has ended, from the day after its last day', () => {
    const found = { signature: 'good', status: 'unreachable' } as const
    expect(judgeToken(token, found, '2027-01-15').kind).toBe('offlineSigned')
    expect(judgeToken(token, found, '2027-01-16').kind).toBe('offlineEnded')
  })

  it.each<[ListFinding['status'], boolean, string, string]>([
    [{ kind: 'clear' }, false, 'offlineValid', 'good'],
    [{ kind: 'clear' }, true, 'offlineSigned', 'wait'],
    [{ kind: 'newer' }, false, 'offlineSigned', 'wait'],
    [{ kind: 'otherCounty' }, false, 'offlineSigned', 'wait'],
    [{ kind: 'state', state: 'suspended' }, false, 'suspended', 'wait'],
    [{ kind: 'state', state: 'cancelled' }, true, 'cancelled', 'bad'],
    [{ kind: 'state', state: 'rescinded' }, false, 'offlineVoid', 'bad'],
    [{ kind: 'oldVersion', current: 4 }, false, 'offlineVoid', 'bad'],
    [{ kind: 'voidCopy' }, false, 'offlineVoid', 'bad'],
  ])('without network, listed %j in a list too old: %s, is %s (%s)', (listed, stale, kind, tone) => {
    const found = {
      signature: 'good',
      status: 'unreachable',
      listed: { status: listed, hours: 3, stale, issuedAt: '' },
    } as const
    expect(judgeToken(token, found, today)).toMatchObject({ kind, tone })
    expect(judgeToken(token, { ...found, signature: 'bad' }, today).kind).toBe('forged')
    expect(judgeToken(token, { ...found, signature: 'noKeys' }, today).kind).toBe('offlineUnchecked')
    expect(judgeToken(token, { ...found, status: status() }, today).kind).toBe('valid')
  })

  it('is never good unless the signature is good and the register says valid', () => {
    const register = fc.oneof(
      fc.constantFrom<StatusFinding>('notFound', 'unreachable'),
      fc
        .record({ state: fc.constantFrom('valid', 'suspended', 'expired', 'cancelled', 'other'), valid: fc.boolean() })
        .map(change => status(change)),
    )
    const signature = fc.constantFrom<SignatureFinding>('good', 'bad', 'unknownKey', 'noKeys')
    fc.assert(
      fc.property(signature, register, (s, r) => {
        const { tone } = judgeToken(token, { signature: s, status: r }, today)
        if (tone === 'good') expect([s, typeof r === 'object' && r.valid]).toEqual(['good', true])
      }),
    )
  })

  it('tells good from bad by shape alone', () => {
    expect([verdict('valid').sign, verdict('offlineSigned').sign, verdict('forged').sign]).toEqual(['✓', '◆', '✕'])
  })
})

describe('the verdict on a typed number', () => {
  it.each<[StatusFinding, string]>([
    [status(), 'valid'],
    [status({ currentVersion: 9 }), 'valid'],
    [status({ state: 'expired', valid: false }), 'expired'],
    [status({ state: 'reclaimed', valid: false }), 'notValid'],
    ['notFound', 'notOnRecord'],
    ['unreachable', 'offlineUnchecked'],
  ])('with register %j is %s', (register, kind) => expect(judgeNumber(register).kind).toBe(kind))
})

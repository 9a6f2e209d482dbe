import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LicenceToken, parseLicenceToken, tokenSignedText, tokenText, tokenUrl } from './licence-token.ts'

const token: LicenceToken = {
  keyId: 'k1',
  licenceNo: '440785100123',
  shopName: '𠮷祥便利店',
  operatorMasked: '陈**',
  address: '沙湖镇南塘村1号',
  validFrom: '2026-11-23',
  validTo: '2031-11-22',
  version: 2,
  copyNo: 1,
  issuer: '恩平市烟草专卖局',
  issuedOn: '2026-11-23',
}
const signature = new Uint8Array(64).fill(7)

describe('the licence token', () => {
  it('reads back what was written, also from the address of a QR code', () => {
    const text = tokenText(tokenSignedText(token), signature)
    for (const given of [text, tokenUrl('https://example.cn/', text), ` 扫到：${text} `]) {
      const parsed = parseLicenceToken(given)
      expect(parsed.ok && parsed.value.token).toEqual(token)
      expect(parsed.ok && parsed.value.signature).toEqual(signature)
    }
  })

  it('says by name that a text holds no token', () => {
    expect(parseLicenceToken('https://example.cn')).toMatchObject({ refusal: 'licenceTokenMissing' })
  })

  it('never throws on damaged text', () => {
    const text = tokenText(tokenSignedText(token), signature)
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ minLength: 1, maxLength: 3 }), (at, noise) => {
        const parsed = parseLicenceToken(text.slice(0, at) + noise + text.slice(at + noise.length))
        expect(typeof parsed.ok).toBe('boolean')
      }),
    )
  })
})

import { sm2 } from 'sm-crypto-v2'
import { describe, expect, it } from 'vitest'
import { type LicenceToken, parseLicenceToken, tokenSignedText, tokenText } from '#kernel/licence-token'
import { type BureauKeys, checkSignature } from './check-signature.ts'

const pair = sm2.generateKeyPairHex()
const keys: BureauKeys = { bureau: '恩平市烟草专卖局', keys: [{ keyId: 'k1', publicKey: pair.publicKey }] }
const token: LicenceToken = {
  keyId: 'k1',
  licenceNo: '440785110001',
  shopName: '𠮷祥便利店',
  operatorMasked: '陈**',
  address: '沙湖镇南塘村1号',
  validFrom: '2022-01-16',
  validTo: '2027-01-15',
  version: 3,
  copyNo: 1,
  issuer: '恩平市烟草专卖局',
  issuedOn: '2022-01-16',
}
const signed = (fields: LicenceToken, text = tokenSignedText(fields)) => {
  const signature = sm2.doSignature(Buffer.from(tokenSignedText(token)), pair.privateKey, { hash: true })
  const parsed = parseLicenceToken(tokenText(text, Buffer.from(signature, 'hex')))
  if (!parsed.ok) throw new Error('the sample does not parse')
  return parsed.value
}

describe('the signature in the browser', () => {
  it('agrees with the example of GB/T 32918.5, so that it is real SM2 and not a twin of our own mistakes', async () => {
    const example = {
      token,
      signedText: 'message digest',
      signature: Buffer.from(
        'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
        'hex',
      ),
    }
    const publicKey =
      '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13'
    const standard: BureauKeys = { bureau: '', keys: [{ keyId: 'k1', publicKey }] }
    expect(await checkSignature(example, standard)).toBe('good')
    expect(await checkSignature({ ...example, signedText: 'message digesT' }, standard)).toBe('bad')
  })

  it('is good for a code signed as the server signs', async () => {
    expect(await checkSignature(signed(token), keys)).toBe('good')
  })

  it.each<[keyof LicenceToken, string | number]>([
    ['shopName', '冒名商店'],
    ['validTo', '2032-01-15'],
    ['licenceNo', '440785110002'],
    ['version', 4],
    ['copyNo', 2],
  ])('is bad when %s was changed to %j', async (field, value) => {
    expect(await checkSignature(signed({ ...token, [field]: value }), keys)).toBe('bad')
  })

  it('is bad, not an error, for numbers outside the range and for a key that is none', async () => {
    const sample = signed(token)
    expect(await checkSignature({ ...sample, signature: new Uint8Array(64) }, keys)).toBe('bad')
    expect(await checkSignature({ ...sample, signature: new Uint8Array(64).fill(255) }, keys)).toBe('bad')
    const nonsense: BureauKeys = { bureau: '', keys: [{ keyId: 'k1', publicKey: '04ff' }] }
    expect(await checkSignature(sample, nonsense)).toBe('bad')
  })

  it('says when the key is not known, or no keys are at hand', async () => {
    expect(await checkSignature(signed({ ...token, keyId: 'k2' }), keys)).toBe('unknownKey')
    expect(await checkSignature(signed(token), undefined)).toBe('noKeys')
  })
})

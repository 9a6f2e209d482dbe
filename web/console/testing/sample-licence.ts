import { sm2 } from 'sm-crypto-v2'
import { type LicenceToken, tokenSignedText, tokenText } from '#kernel/licence-token'
import { shops } from './sample-shops.ts'

/** A key pair and licences signed with it, as the server signs them (raw r‖s over the UTF-8 signed text). */
const keys = sm2.generateKeyPairHex()
export const bureauKeys = { bureau: '恩平市烟草专卖局', keys: [{ keyId: 'k1', publicKey: keys.publicKey }] }

export function sampleToken(change: Partial<LicenceToken> = {}, index = 0): LicenceToken {
  const shop = shops[index]
  return {
    keyId: 'k1',
    licenceNo: shop?.licenceNo ?? '',
    shopName: shop?.shopName ?? '',
    operatorMasked: shop?.operatorNameMasked ?? '',
    address: shop?.address ?? '',
    validFrom: '2022-01-16',
    validTo: '2031-01-15',
    version: 3,
    copyNo: 1,
    issuer: '恩平市烟草专卖局',
    issuedOn: '2022-01-16',
    ...change,
  }
}

export function sign(token: LicenceToken): string {
  const text = tokenSignedText(token)
  const signature = sm2.doSignature(new TextEncoder().encode(text), keys.privateKey, {
    hash: true,
    publicKey: keys.publicKey,
  })
  return tokenText(text, Uint8Array.from(Buffer.from(signature, 'hex')))
}

/** The same signature under another text: what somebody gets who edits the shop name in a code. */
export function tampered(token: LicenceToken): string {
  const good = sign(token)
  return `${tokenSignedText({ ...token, shopName: '冒名商店' })}.${good.split('.')[2]}`
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { signatureFromDer, signatureToDer } from './crypto/signature-der.ts'
import {
  hmacSm3,
  makeSm2KeyPair,
  randomBytes,
  randomId,
  sm2Decrypt,
  sm2Encrypt,
  sm2Sign,
  sm2SignRaw,
  sm2Verify,
  sm2VerifyRaw,
  sm3,
  sm4Open,
  sm4Seal,
  timingSafeEqual,
} from './crypto.ts'

const hex = (text: string) => Buffer.from(text.replaceAll(/\s/gu, ''), 'hex')
const flip = (bytes: Uint8Array, bit: number) => {
  const copy = Buffer.from(bytes)
  copy[bit >> 3]! ^= 1 << (bit & 7)
  return copy
}

/** GB/T 32918.5-2017, annex A and C: one key, one signed and one encrypted example. */
const standard = {
  privateKey: '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8',
  publicKey:
    '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
  message: 'message digest',
  r: 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3',
  s: 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
  c1: '04ebfc718e8d1798620432268e77feb6415e2ede0e073c0f4f640ecd2e149a73e858f9d81e5430a57b36daab8f950a3c64e6ee6a63094d99283aff767e124df0',
  c3: '59983c18f809e262923c53aec295d30383b54e39d609d160afcb1908d0bd8766',
  c2: '21886ca989ca9c7d58087307ca93092d651efa',
}

describe('SM3', () => {
  test.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('gives the value of GB/T 32905 annex A for %s', (text, digest) => {
    expect(sm3(text).toString('hex')).toBe(digest)
    expect(sm3(Buffer.from(text)).toString('hex')).toBe(digest)
  })

  test('HMAC-SM3 gives the value of GM/T 0042', () => {
    const key = hex('0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20')
    const text = 'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'.repeat(2)
    expect(hmacSm3(key, text).toString('hex')).toBe('ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a')
  })
})

describe('SM4-GCM', () => {
  const key = hex('0123456789abcdeffedcba9876543210')
  const rfc8998 = {
    iv: hex('00001234567800000000abcd'),
    ciphertext: hex(
      '17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d',
    ),
    tag: hex('83de3541e4c2b58177e065a9bf7b62ec'),
  }
  const aad = hex('feedfacedeadbeeffeedfacedeadbeefabaddad2')

  test('opens the example of RFC 8998 appendix A.1', () => {
    const plain = ['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'ee', 'aa'].map(byte => byte.repeat(8)).join('')
    expect(sm4Open(key, rfc8998, aad).toString('hex')).toBe(plain)
  })

  test('opens what it sealed and refuses every flipped bit of text, tag, iv and companion data', () => {
    const sealed = sm4Seal(key, '零售户', 'v1')
    expect(sm4Open(key, sealed, 'v1').toString()).toBe('零售户')
    expect(sealed.iv).not.toEqual(sm4Seal(key, '零售户', 'v1').iv)
    for (const part of ['iv', 'ciphertext', 'tag'] as const)
      for (let bit = 0; bit < sealed[part].length * 8; bit += 1)
        expect(() => sm4Open(key, { ...sealed, [part]: flip(sealed[part], bit) }, 'v1')).toThrow()
    expect(() => sm4Open(key, sealed, 'v2')).toThrow()
    expect(() => sm4Open(key, sealed)).toThrow()
  })

  test('refuses a shortened tag, which GCM alone would accept', () => {
    expect(() => sm4Open(key, { ...rfc8998, tag: rfc8998.tag.subarray(0, 12) }, aad)).toThrow(/tag must have 16/u)
    expect(() => sm4Seal(key.subarray(1), 'x')).toThrow(/key must have 16/u)
  })
})

describe('SM2 signature', () => {
  const signature = hex(standard.r + standard.s)

  test('accepts the example of GB/T 32918.5 in both forms', () => {
    expect(sm2VerifyRaw(standard.publicKey, standard.message, signature)).toBe(true)
    expect(sm2Verify(standard.publicKey, standard.message, signatureToDer(signature))).toBe(true)
  })

  test('verifies what it signs, and nothing else', () => {
    const { privateKey, publicKey } = makeSm2KeyPair()
    expect(privateKey).toMatch(/^[0-9a-f]{64}$/u)
    expect(publicKey).toMatch(/^04[0-9a-f]{128}$/u)
    const der = sm2Sign(privateKey, publicKey, '延续')
    const raw = sm2SignRaw(privateKey, publicKey, Buffer.from('延续'))
    expect(sm2Verify(publicKey, Buffer.from('延续'), der)).toBe(true)
    expect(sm2VerifyRaw(publicKey, '延续', raw)).toBe(true)
    expect(sm2Verify(publicKey, '延期', der)).toBe(false)
    expect(sm2Verify(makeSm2KeyPair().publicKey, '延续', der)).toBe(false)
    for (let bit = 0; bit < 512; bit += 17) expect(sm2VerifyRaw(publicKey, '延续', flip(raw, bit))).toBe(false)
  })

  test('knows exactly one DER text for a signature', () => {
    const der = signatureToDer(signature)
    const others = [
      `${der}00`,
      `00${der}`,
      der.slice(0, -2),
      der.replace(/^3046/u, '308146'),
      der.replace(/^30/u, '31'),
      der.replace(/^30460221/u, '3046022200'),
      der.replace('022100', '0221ff'),
    ]
    for (const text of others) expect(sm2Verify(standard.publicKey, standard.message, text)).toBe(false)
    expect(signatureFromDer('3006020100020100')).toEqual(Buffer.alloc(64))
  })

  test('does not take r‖s with a leading zero of s left out', () => {
    const { privateKey, publicKey } = makeSm2KeyPair()
    let raw = sm2SignRaw(privateKey, publicKey, '延续')
    while (raw[32] !== 0) raw = sm2SignRaw(privateKey, publicKey, '延续')
    expect(sm2VerifyRaw(publicKey, '延续', raw)).toBe(true)
    expect(sm2VerifyRaw(publicKey, '延续', Buffer.concat([raw.subarray(0, 32), raw.subarray(33)]))).toBe(false)
  })

  test('DER and r‖s are two writings of the same value', () => {
    const bytes = fc.uint8Array({ minLength: 64, maxLength: 64 })
    const zeros = fc.tuple(bytes, fc.nat(32)).map(([value, count]) => value.fill(0, 0, count))
    fc.assert(
      fc.property(zeros, raw => Buffer.from(raw).equals(signatureFromDer(signatureToDer(raw)) ?? Buffer.alloc(0))),
    )
  })

  test('garbage is false, never an error', () => {
    const offCurve = `04${'11'.repeat(64)}`
    expect(sm2VerifyRaw(offCurve, standard.message, signature)).toBe(false)
    expect(sm2VerifyRaw(standard.publicKey, standard.message, Buffer.alloc(64))).toBe(false)
    expect(sm2VerifyRaw(standard.publicKey, standard.message, Buffer.alloc(64, 255))).toBe(false)
    fc.assert(
      fc.property(fc.string(), fc.string(), (key, text) => {
        expect(sm2Verify(key, standard.message, text)).toBe(false)
        expect(sm2Verify(standard.publicKey, standard.message, text)).toBe(false)
        expect(sm2Verify(standard.publicKey, standard.message, Buffer.from(text).toString('hex'))).toBe(false)
      }),
    )
  })
})

describe('SM2 encryption', () => {
  test('opens the example of GB/T 32918.5 annex C', () => {
    const sealed = standard.c1 + standard.c3 + standard.c2
    expect(sm2Decrypt(standard.privateKey, sealed).toString()).toBe('encryption standard')
  })

  test('opens what it sealed and refuses what was altered, cut or meant for another', () => {
    const { privateKey, publicKey } = makeSm2KeyPair()
    const key = randomBytes(32)
    const sealed = sm2Encrypt(publicKey, key)
    expect(sm2Decrypt(privateKey, sealed)).toEqual(key)
    expect(sm2Decrypt(privateKey, sealed.toUpperCase())).toEqual(key)
    for (let bit = 0; bit < sealed.length * 4; bit += 29)
      expect(() => sm2Decrypt(privateKey, flip(hex(sealed), bit).toString('hex'))).toThrow()
    expect(() => sm2Decrypt(makeSm2KeyPair().privateKey, sealed)).toThrow()
    for (const text of ['', 'zz', sealed.slice(2), `${sealed}00`, 'ff'.repeat(128)])
      expect(() => sm2Decrypt(privateKey, text)).toThrow()
    expect(() => sm2Encrypt(publicKey, '')).toThrow()
  })

  test('never lets a short text through in the clear', () => {
    const { privateKey, publicKey } = makeSm2KeyPair()
    for (let i = 0; i < 300; i += 1) {
      const sealed = sm2Encrypt(publicKey, 'a')
      expect(sealed.slice(192)).not.toBe('61')
      if (i < 20) expect(sm2Decrypt(privateKey, sealed).toString()).toBe('a')
    }
  })
})

describe('randomness and comparison', () => {
  test('ids and bytes differ each time', () => {
    expect(new Set(Array.from({ length: 100 }, randomId)).size).toBe(100)
    expect(randomId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u)
    expect(randomBytes(16)).not.toEqual(randomBytes(16))
  })

  test('comparison takes any two lengths', () => {
    expect(timingSafeEqual('abc', Buffer.from('abc'))).toBe(true)
    expect(timingSafeEqual('abc', 'abcd')).toBe(false)
    expect(timingSafeEqual('', 'a')).toBe(false)
  })
})

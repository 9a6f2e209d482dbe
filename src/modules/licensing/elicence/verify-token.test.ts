import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenUrl } from '#kernel/licence-token'
import { makeSm2KeyPair } from '#platform/crypto'
import { sampleFace } from '../rules/sample-face.ts'
import { signFace } from './sign-face.ts'
import { verifyToken } from './verify-token.ts'

const licence = { keyId: 'k1', ...makeSm2KeyPair() }
const keys = { k1: licence.publicKey }
const text = signFace({ licence }, sampleFace, 3)

describe('the signed text of a licence', () => {
  it('verifies, and says what the face says, with the operator masked', () => {
    expect(verifyToken(text, keys)).toEqual({
      ok: true,
      value: {
        keyId: 'k1',
        licenceNo: '440785100123',
        shopName: '恩平市沙湖镇顺意商店',
        operatorMasked: '陈**',
        address: '恩平市沙湖镇南塘村1号',
        validFrom: '2026-11-23',
        validTo: '2031-11-22',
        version: 2,
        copyNo: 3,
        issuer: '恩平市烟草专卖局',
        issuedOn: '2026-11-23',
      },
    })
    expect(verifyToken(tokenUrl('https://example.cn', text), keys).ok).toBe(true)
  })

  it('never holds the whole name of a person, nor an identity number', () => {
    const body = Buffer.from(text.split('.')[1] ?? '', 'base64url').toString()
    expect(body).not.toContain('陈小明')
    expect(body).not.toMatch(/\d{17}[\dX]/)
  })

  it('is refused by name when the key is unknown or belongs to another bureau', () => {
    expect(verifyToken(text, {})).toMatchObject({ refusal: 'licenceTokenKeyUnknown' })
    const inherited = signFace({ licence: { ...licence, keyId: 'constructor' } }, sampleFace, 3)
    expect(verifyToken(inherited, keys)).toMatchObject({ refusal: 'licenceTokenKeyUnknown' })
    expect(verifyToken(text, { k1: makeSm2KeyPair().publicKey })).toMatchObject({ refusal: 'licenceTokenForged' })
    expect(verifyToken(text, { k1: 'rubbish' })).toMatchObject({ refusal: 'licenceTokenForged' })
  })

  it('is refused when the face of one licence carries the signature of another', () => {
    const other = signFace({ licence }, { ...sampleFace, validTo: '2036-11-22' }, 3)
    const mixed = `${other.slice(0, other.lastIndexOf('.'))}${text.slice(text.lastIndexOf('.'))}`
    expect(verifyToken(mixed, keys)).toMatchObject({ refusal: 'licenceTokenForged' })
  })

  it('is refused in every spelling of the last digit except the one that was signed', () => {
    const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const accepted = [...digits].filter(digit => verifyToken(text.slice(0, -1) + digit, keys).ok)
    expect(accepted).toEqual([text.at(-1)])
  })

  it('is refused after a change of any of its bytes: each once, and two thousand more', { timeout: 60_000 }, () => {
    const bytes = Buffer.from(text)
    const changed = (at: number, change: number) => {
      const altered = Buffer.from(bytes)
      altered[at] = (altered[at] ?? 0) ^ change
      return verifyToken(altered.toString('latin1'), keys).ok
    }
    // A single bit of every byte first, so that no place of the text is left to chance; each costs one check of a signature.
    expect([...bytes.keys()].filter(at => changed(at, 1 << (at % 8)))).toEqual([])
    const any = fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => !changed(at, by))
    fc.assert(any, { numRuns: 2_000 })
  })

  it('never throws on what a scanner may read', { timeout: 60_000 }, () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), scanned => !verifyToken(scanned, keys).ok))
    fc.assert(
      fc.property(fc.base64String({ maxLength: 200 }), s => !verifyToken(`YZT1.${s}.${'A'.repeat(86)}`, keys).ok),
    )
  })
})

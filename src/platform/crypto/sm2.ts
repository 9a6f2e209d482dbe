import { createECDH, generateKeyPairSync } from 'node:crypto'
import { sm2 } from 'sm-crypto-v2'
import type { Bytes } from './digest.ts'
import { signatureFromDer, signatureToDer } from './signature-der.ts'

/*
 * SM2 (GB/T 32918) by sm-crypto-v2: what node:crypto calls an SM2 signature verifies nowhere else (it signs with an
 * empty signer id, or plain ECDSA). Node makes the keys. The library is plain JavaScript and not constant in time, so
 * a bureau's real signing key belongs in a certified module behind these same functions.
 */

export interface Sm2KeyPair {
  /** 32 bytes in hex. */
  readonly privateKey: string
  /** Uncompressed point in hex: `04`, x, y. */
  readonly publicKey: string
}

const isPublicKey = (text: string): boolean => /^04[0-9a-f]{128}$/iu.test(text)

/** A fresh SM2 key pair. */
export function makeSm2KeyPair(): Sm2KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'SM2' })
  const secret = /0201010420([0-9a-f]{64})/u.exec(privateKey.export({ format: 'der', type: 'pkcs8' }).toString('hex'))
  if (secret?.[1] === undefined) throw new Error('SM2: the new private key has an unexpected form')
  const point = publicKey.export({ format: 'der', type: 'spki' }).subarray(-65).toString('hex')
  return { privateKey: secret[1], publicKey: point }
}

/** The pair of a known private key (32 bytes in hex). */
export function sm2PairOf(privateKey: string): Sm2KeyPair {
  const curve = createECDH('SM2')
  curve.setPrivateKey(privateKey, 'hex')
  return { privateKey, publicKey: curve.getPublicKey('hex') }
}

/** Signs with the default signer id 1234567812345678. Returns r‖s, 64 bytes: the short form for QR codes. */
export function sm2SignRaw(privateKey: string, publicKey: string, data: Bytes): Buffer {
  return Buffer.from(sm2.doSignature(Buffer.from(data), privateKey, { hash: true, publicKey }), 'hex')
}

/** Verifies r‖s. Never throws: garbage is `false`. */
export function sm2VerifyRaw(publicKey: string, data: Bytes, signature: Uint8Array): boolean {
  if (signature.length !== 64 || !isPublicKey(publicKey)) return false
  const hex = Buffer.from(signature).toString('hex')
  try {
    return sm2.doVerifySignature(Buffer.from(data), hex, publicKey, { hash: true })
  } catch {
    return false // a public key off the curve, or an s outside 1…n-1 (GB/T 32918.2 §7.1, B2)
  }
}

/** Signs with the default signer id. Returns DER in hex: the form for other systems. */
export function sm2Sign(privateKey: string, publicKey: string, data: Bytes): string {
  return signatureToDer(sm2SignRaw(privateKey, publicKey, data))
}

/** Verifies a DER signature in hex. Never throws: garbage is `false`. */
export function sm2Verify(publicKey: string, data: Bytes, signatureDerHex: string): boolean {
  const raw = signatureFromDer(signatureDerHex)
  return raw !== undefined && sm2VerifyRaw(publicKey, data, raw)
}

/** Encrypts to a public key (GB/T 32918.4), C1‖C3‖C2 in hex without the leading 04. Throws for an empty text. */
export function sm2Encrypt(publicKey: string, plain: Bytes): string {
  const bytes = Buffer.from(plain)
  if (bytes.length === 0) throw new Error('SM2: an empty text cannot be encrypted')
  if (!isPublicKey(publicKey)) throw new Error('SM2: the public key must be 04, x, y in hex')
  for (;;) {
    const sealed = sm2.doEncrypt(bytes, publicKey, 1)
    // The library forgets A5 of GB/T 32918.4 §6.1: with an all-zero key stream the text would lie open; draw again.
    if (sealed.slice(192) !== bytes.toString('hex')) return sealed
  }
}

/** Opens what `sm2Encrypt` made. Throws when it was altered, cut or made for another key. */
export function sm2Decrypt(privateKey: string, sealedHex: string): Buffer {
  if (!/^(?:[0-9a-f]{2}){97,}$/iu.test(sealedHex)) throw new Error('SM2: the sealed text is not C1‖C3‖C2 in hex')
  // The library answers a failed check with an empty array; an empty text is never sealed, so empty means altered.
  const plain = sm2.doDecrypt(sealedHex, privateKey, 1, { output: 'array' })
  if (plain.length === 0) throw new Error('SM2: the sealed text was altered or made for another key')
  return Buffer.from(plain)
}

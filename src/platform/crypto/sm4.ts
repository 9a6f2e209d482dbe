import { type CipherGCMTypes, createCipheriv, createDecipheriv } from 'node:crypto'
import { randomBytes } from './randomness.ts'

// The types of node list only AES; its OpenSSL knows SM4 and treats it as any other GCM cipher.
const cipher = 'sm4-gcm' as string as CipherGCMTypes
const keyBytes = 16
const ivBytes = 12
const tagBytes = 16

/** What SM4-GCM leaves behind: nothing of it is secret, all of it is needed to open. */
export interface Sealed<B extends Uint8Array = Uint8Array> {
  /** 12 bytes, fresh for every sealing: the same one twice under one key gives both texts away. */
  readonly iv: B
  readonly ciphertext: B
  /** 16 bytes. */
  readonly tag: B
}

/** Encrypts with SM4-GCM (GB/T 32907-2016, RFC 8998). `aad` is not hidden, but opening fails unless it is the same. */
export function sm4Seal(key: Uint8Array, plain: string | Uint8Array, aad?: string | Uint8Array): Sealed<Buffer> {
  requireLength('key', key, keyBytes)
  const iv = randomBytes(ivBytes)
  const sealing = createCipheriv(cipher, key, iv, { authTagLength: tagBytes })
  if (aad !== undefined) sealing.setAAD(Buffer.from(aad))
  const ciphertext = Buffer.concat([sealing.update(Buffer.from(plain)), sealing.final()])
  return { iv, ciphertext, tag: sealing.getAuthTag() }
}

/** Decrypts what `sm4Seal` made. Throws when key, text, tag or `aad` is not the same to the last bit. */
export function sm4Open(key: Uint8Array, sealed: Sealed, aad?: string | Uint8Array): Buffer {
  requireLength('key', key, keyBytes)
  requireLength('iv', sealed.iv, ivBytes)
  // GCM itself would take a tag cut to 4 bytes, which a stranger can guess.
  requireLength('tag', sealed.tag, tagBytes)
  const opening = createDecipheriv(cipher, key, sealed.iv, { authTagLength: tagBytes })
  if (aad !== undefined) opening.setAAD(Buffer.from(aad))
  opening.setAuthTag(sealed.tag)
  return Buffer.concat([opening.update(sealed.ciphertext), opening.final()])
}

function requireLength(name: string, bytes: Uint8Array, length: number): void {
  if (bytes.length !== length) throw new Error(`SM4-GCM: ${name} must have ${length} bytes, not ${bytes.length}`)
}

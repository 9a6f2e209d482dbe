import { ok, type Result, refuse } from '#kernel/refusal'
import { randomBytes, sm2Encrypt, sm2Sign, sm3, sm4Seal } from '#platform/crypto'
import { type Header, type Inside, manifestOf, type PackageKind, type SignedPackage } from './format.ts'

export interface PackedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface PackageAsked {
  readonly kind: PackageKind
  readonly number: string
  readonly from: string
  readonly to: string
  readonly receiverKey: string
  readonly madeAt: string
  readonly files: readonly PackedFile[]
}

export interface Signer {
  readonly privateKey: string
  readonly publicKey: string
}

/** A name that stays inside the folder it is unpacked into. */
export const isPlainName = (name: string): boolean =>
  name !== '' && name !== '.' && name !== '..' && !/[/\\\0\n]/u.test(name) && name.length <= 200

/**
 * 签名移交包: each file sealed with SM4-GCM under a fresh key, that key sealed to the receiver alone (SM2), digests of all of it (SM3) signed by
 * the sender (SM2). The part's place is bound in (aad), so that two parts cannot change places.
 */
export function makePackage(
  asked: PackageAsked,
  signer: Signer,
): Result<SignedPackage, 'packageEmpty' | 'packageName' | 'packageKey'> {
  const { files, kind, number, from, to, receiverKey, madeAt } = asked
  if (files.length === 0) return refuse('packageEmpty')
  if (!/^04[0-9a-f]{128}$/u.test(receiverKey)) return refuse('packageKey')
  const names = files.map(({ name }) => name)
  if (new Set(names).size !== names.length || !names.every(isPlainName)) return refuse('packageName')
  const id = randomBytes(16).toString('hex')
  const header: Header = {
    ...{ format: 'yzt-package/1', id, kind, number, from, to, madeAt },
    ...{ senderKey: signer.publicKey, receiverKey },
  }
  const inside: Inside = { files: files.map(({ name, bytes }) => ({ name, sm3: sm3(bytes).toString('hex') })) }
  const key = randomBytes(16)
  const plain = [Buffer.from(JSON.stringify(inside)), ...files.map(({ bytes }) => Buffer.from(bytes))]
  const parts = plain.map((bytes, place) => {
    const { iv, ciphertext, tag } = sm4Seal(key, bytes, aadOf(id, place))
    return {
      ...{ sm3: sm3(ciphertext).toString('hex'), bytes: ciphertext.length },
      ...{ iv: iv.toString('hex'), tag: tag.toString('hex'), data: ciphertext.toString('base64') },
    }
  })
  const unsigned = { header, key: sm2Encrypt(receiverKey, key), parts }
  return ok({ ...unsigned, signature: sm2Sign(signer.privateKey, signer.publicKey, manifestOf(unsigned)) })
}

export const aadOf = (id: string, place: number): string => `${id}/${place}`

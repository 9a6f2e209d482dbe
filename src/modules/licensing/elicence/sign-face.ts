import { type LicenceToken, tokenSignedText, tokenText } from '#kernel/licence-token'
import { maskName } from '#kernel/masking'
import { sm2SignRaw } from '#platform/crypto'
import type { Keyring } from '#platform/keyring'
import type { LicenceFace } from '../rules/licence-face.ts'

/** 电子证照 itself, before anything is printed; paper copies count from 1. */
export const electronicCopy = 0

/**
 * The verification text of one copy (验证码): the face in short, the operator masked, signed SM2 by the bureau's licence
 * key over its own UTF-8 text. About 0.4 ms. Two signatures of one face differ; both verify.
 */
export function signFace(keyring: Pick<Keyring, 'licence'>, face: LicenceFace, copyNo: number): string {
  const { keyId, privateKey, publicKey } = keyring.licence
  const signedText = tokenSignedText(tokenOf(keyId, face, copyNo))
  return tokenText(signedText, sm2SignRaw(privateKey, publicKey, signedText))
}

function tokenOf(keyId: string, face: LicenceFace, copyNo: number): LicenceToken {
  const { licenceNo, shopName, address, validFrom, validTo, version, issuer, issuedOn } = face
  const operatorMasked = maskName(face.operatorName)
  return { keyId, licenceNo, shopName, operatorMasked, address, validFrom, validTo, version, copyNo, issuer, issuedOn }
}

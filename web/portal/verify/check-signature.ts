import type { SignedLicenceToken } from '#kernel/licence-token'
import type { SignatureFinding } from './verdict.ts'

/** The public keys of the issuing bureau, as the server names them. */
export interface BureauKeys {
  readonly bureau: string
  readonly keys: readonly { readonly keyId: string; readonly publicKey: string }[]
}

/** SM2 in plain JavaScript, 22 kB: loaded only where a signature is checked, and kept for offline use. */
export const loadVerifier = () => import('sm-crypto-v2')

/** Whether the bureau signed exactly this text (SM2 with SM3, raw r‖s, default signer id). Never throws for a bad code. */
export async function checkSignature(
  { token, signedText, signature }: SignedLicenceToken,
  keys: BureauKeys | undefined,
): Promise<SignatureFinding> {
  return checkText({ keyId: token.keyId, signedText, signature }, keys)
}

/** The same for any text the bureau signs with its licence key. */
export async function checkText(
  { keyId, signedText, signature }: { keyId: string; signedText: string; signature: Uint8Array },
  keys: BureauKeys | undefined,
): Promise<SignatureFinding> {
  if (keys === undefined) return 'noKeys'
  const key = keys.keys.find(candidate => candidate.keyId === keyId)
  if (key === undefined) return 'unknownKey'
  const { sm2 } = await loadVerifier()
  const hex = Array.from(signature, byte => byte.toString(16).padStart(2, '0')).join('')
  try {
    const good = sm2.doVerifySignature(new TextEncoder().encode(signedText), hex, key.publicKey, { hash: true })
    return good ? 'good' : 'bad'
  } catch {
    return 'bad' // numbers outside the curve's range
  }
}

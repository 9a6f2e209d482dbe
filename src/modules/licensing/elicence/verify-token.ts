import { type LicenceToken, parseLicenceToken, tokenText } from '#kernel/licence-token'
import { ok, type Result, refuse } from '#kernel/refusal'
import { sm2VerifyRaw } from '#platform/crypto'

export type TokenRefusal =
  | 'licenceTokenMissing'
  | 'licenceTokenMalformed'
  | 'licenceTokenKeyUnknown'
  | 'licenceTokenForged'

/** Public keys of the bureau by key id; old ones stay, so that an old licence can still be verified. */
export type VerificationKeys = Readonly<Record<string, string>>

/**
 * Whether the bureau signed exactly this text (验签), without network. A success says what was true on the day of issue;
 * whether the licence still stands (停业、注销) only the bureau's register knows.
 */
export function verifyToken(text: string, keys: VerificationKeys): Result<LicenceToken, TokenRefusal> {
  const parsed = parseLicenceToken(text)
  if (!parsed.ok) return parsed
  const { token, signedText, signature } = parsed.value
  // The last digit of base64url has spare bits, so that several texts decode to one signature: only ours is genuine.
  if (!text.includes(tokenText(signedText, signature))) return refuse('licenceTokenMalformed')
  const publicKey = Object.hasOwn(keys, token.keyId) ? keys[token.keyId] : undefined
  if (publicKey === undefined) return refuse('licenceTokenKeyUnknown')
  return sm2VerifyRaw(publicKey, signedText, signature) ? ok(token) : refuse('licenceTokenForged')
}

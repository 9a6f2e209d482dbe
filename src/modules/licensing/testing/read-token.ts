import type { LicenceToken } from '#kernel/licence-token'
import { verifyToken } from '../elicence/verify-token.ts'

/** The token of a signed text, or an error: for tests that need it to be genuine. */
export function readLicenceToken(text: string, keys: Readonly<Record<string, string>>): LicenceToken {
  const verified = verifyToken(text, keys)
  if (!verified.ok) throw new Error(verified.refusal)
  return verified.value
}

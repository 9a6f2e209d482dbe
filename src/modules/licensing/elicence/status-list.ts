import { ok, type Result, refuse } from '#kernel/refusal'
import { parseStatusList, type StatusList, statusListSignedText, statusListText } from '#kernel/status-list'
import { sm2SignRaw, sm2VerifyRaw } from '#platform/crypto'
import type { Keyring } from '#platform/keyring'
import type { VerificationKeys } from './verify-token.ts'

export type StatusListRefusal =
  | 'statusListMissing'
  | 'statusListMalformed'
  | 'statusListKeyUnknown'
  | 'statusListForged'
  | 'statusListOlder'

/** Signs with the key that signs licences: who can check the one can check the other. */
export function signStatusList(keyring: Pick<Keyring, 'licence'>, list: Omit<StatusList, 'keyId'>): string {
  const { keyId, privateKey, publicKey } = keyring.licence
  const signedText = statusListSignedText({ ...list, keyId })
  return statusListText(signedText, sm2SignRaw(privateKey, publicKey, signedText))
}

/**
 * Whether the bureau signed exactly this list, without network. `after`: the number of the newest list already seen; an older
 * one is refused, so that nobody hides a cancellation behind a list from before it.
 */
export function verifyStatusList(
  text: string,
  keys: VerificationKeys,
  after = 0,
): Result<StatusList, StatusListRefusal> {
  const parsed = parseStatusList(text)
  if (!parsed.ok) return parsed
  const { list, signedText, signature } = parsed.value
  if (!text.includes(statusListText(signedText, signature))) return refuse('statusListMalformed')
  const publicKey = Object.hasOwn(keys, list.keyId) ? keys[list.keyId] : undefined
  if (publicKey === undefined) return refuse('statusListKeyUnknown')
  if (!sm2VerifyRaw(publicKey, signedText, signature)) return refuse('statusListForged')
  return list.number < after ? refuse('statusListOlder', { number: list.number, known: after }) : ok(list)
}

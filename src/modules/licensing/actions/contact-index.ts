import { parsePhone } from '#kernel/phone'
import type { Keyring } from '#platform/keyring'

/** 联系电话的盲索引: of the number given with the application, else of the one on file; null = none, or none that can be one. */
export function contactIndex(
  given: string | null,
  onFileSealed: string | null,
  keyring: Pick<Keyring, 'blindIndex' | 'openField'>,
): string | null {
  const text = given ?? (onFileSealed === null ? '' : keyring.openField(onFileSealed))
  const phone = parsePhone(text)
  return phone.ok ? keyring.blindIndex('phone', phone.value) : null
}

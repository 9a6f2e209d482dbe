import { parsePhone } from '#kernel/phone'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import * as store from '../store.ts'
import { sealPhone } from './import-retailers.ts'

/** 更正联系电话: the holder's own word replaces the number on file. */
export async function setPhone(
  tx: Tx,
  licenceNo: string,
  phone: string,
  { keyring, on }: { readonly keyring: Keyring; readonly on: Temporal.PlainDate },
): Promise<Result<{ readonly phoneMasked: string }, 'phoneInvalid' | 'retailerNotFound'>> {
  const parsed = parsePhone(phone)
  if (!parsed.ok) return parsed
  const sealed = sealPhone(parsed.value, keyring)
  if (!(await store.savePhone(tx, licenceNo, { ...sealed, on }))) return refuse('retailerNotFound')
  return ok({ phoneMasked: sealed.masked })
}

import type { BureauKeys } from './check-signature.ts'

/** Where keys are kept: `localStorage`, or nothing where the browser allows none. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem'>

const KEY = 'yzt-verification-keys'

/** Public keys kept on the phone from the last visit (验签公钥), so that a code can be checked without network. */
export function keepKeys(shelf: Shelf | undefined, keys: BureauKeys): void {
  try {
    shelf?.setItem(KEY, JSON.stringify(keys))
  } catch {
    // Full or forbidden storage: checking then needs the network, as the page says.
  }
}

export function keptKeys(shelf: Shelf | undefined): BureauKeys | undefined {
  try {
    const value: unknown = JSON.parse(shelf?.getItem(KEY) ?? 'null')
    return isBureauKeys(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isBureauKeys(value: unknown): value is BureauKeys {
  if (typeof value !== 'object' || value === null) return false
  const { bureau, keys } = value as Partial<BureauKeys>
  return (
    typeof bureau === 'string' &&
    Array.isArray(keys) &&
    keys.every(key => typeof key?.keyId === 'string' && typeof key?.publicKey === 'string')
  )
}

/** Reading `localStorage` itself throws in some private windows. */
export function browserShelf(): Shelf | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}

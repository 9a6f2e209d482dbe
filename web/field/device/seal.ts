import { database } from './database.ts'

/**
 * Seals what lies on the telephone. The key cannot be read out of the browser, and dropping it makes every row unreadable
 * at once: that is how the day is wiped.
 */
export async function seal(value: unknown): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const text = new TextEncoder().encode(JSON.stringify(value))
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOf(), text))
  const row = new Uint8Array(12 + sealed.length)
  row.set(iv)
  row.set(sealed, 12)
  return row
}

/** `undefined` where the key is gone or the row was altered. */
export async function open<T>(row: Uint8Array<ArrayBuffer>): Promise<T | undefined> {
  try {
    const iv = row.slice(0, 12)
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await keyOf(), row.slice(12))
    return JSON.parse(new TextDecoder().decode(text)) as T
  } catch {
    return undefined
  }
}

async function keyOf(): Promise<CryptoKey> {
  const known = await database.keys.get('device')
  if (known) return known.key
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  // Two tabs that start at once must end with one key.
  await database.keys.add({ id: 'device', key }).catch(() => undefined)
  return (await database.keys.get('device'))?.key ?? key
}

/** A page on plain http has no cryptography and no service worker: the app says so instead of keeping open texts. */
export const canSeal = (): boolean => globalThis.isSecureContext && crypto.subtle !== undefined

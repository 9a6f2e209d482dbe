import { pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(pbkdf2)

/** PBKDF2-HMAC-SHA-256 as hex: for short secrets that a browser must check without network; SM3 is unknown to browsers. */
export async function slowHash(
  secret: string,
  saltHex: string,
  cost: { readonly iterations: number; readonly bytes: number },
): Promise<string> {
  const bytes = await derive(secret, Buffer.from(saltHex, 'hex'), cost.iterations, cost.bytes, 'sha256')
  return bytes.toString('hex')
}

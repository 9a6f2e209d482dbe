import { hmacSm3, sm2Sign, sm3 } from '#platform/crypto'
import type { Identity } from './identity.ts'

/** What is authenticated in a request (decision 0002 §3). */
export interface SignedParts {
  channelId: string
  counter: number
  method: string
  path: string
  body: Uint8Array
  session: string
}

/** HMAC-SM3 in hex over the parts of a request. */
export function requestMac(key: Uint8Array, parts: SignedParts): string {
  const text = [
    'yzt-request-v1',
    parts.channelId,
    parts.counter,
    parts.method,
    parts.path,
    sm3(parts.body).toString('hex'),
    parts.session,
  ].join('\n')
  return hmacSm3(key, text).toString('hex')
}

/** SM2 signature (DER, hex) that opens a channel (decision 0002 §2). */
export function channelSignature(identity: Identity, bootCounter: number, nonce: string): string {
  const text = `yzt-channel-v1\n${identity.terminalId}\n${bootCounter}\n${nonce}`
  return sm2Sign(identity.privateKey, identity.publicKey, text)
}

import { randomBytes, sm2Encrypt, sm4Seal } from '#platform/crypto'
import type { Envelope } from '../journal/entry.ts'

/** An act 办理动作: a write that the citizen is told about (decision 0002 §5). */
export interface Act {
  method: string
  url: string
  body: unknown
  /** Token of the session it was made in. */
  session: string
  /** ISO time by this machine's clock. */
  capturedAt: string
  idempotencyKey: string
}

/** Seals an act so that only the server can open it: SM4-GCM under a fresh key, that key by SM2. */
export function sealAct(act: Act, serverSealingKey: string): Envelope {
  const key = randomBytes(16)
  const plain = Buffer.from(JSON.stringify(act), 'utf8')
  const { iv, ciphertext, tag } = sm4Seal(key, plain)
  const wrappedKey = sm2Encrypt(serverSealingKey, key)
  key.fill(0)
  plain.fill(0)
  return { wrappedKey, iv: iv.toString('hex'), ciphertext: ciphertext.toString('hex'), tag: tag.toString('hex') }
}

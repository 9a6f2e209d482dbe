import { Value } from 'typebox/value'
import { ok, type Result, refuse } from '#kernel/refusal'
import { sm2Decrypt, sm4Open } from '#platform/crypto'
import type { Keyring } from '#platform/keyring'
import { type Envelope, InnerAct } from './contract.ts'

export interface OpenedAct extends InnerAct {
  readonly captured: Temporal.Instant
}

/** Opens a sealed act (decision 0002 §5). Never throws: an envelope of another key, or with garbage inside, is `actUnreadable`. */
export function openEnvelope(keyring: Keyring, envelope: Envelope): Result<OpenedAct, 'actUnreadable'> {
  try {
    const hex = (text: string) => Buffer.from(text, 'hex')
    const key = sm2Decrypt(keyring.sealing.privateKey, envelope.wrappedKey)
    const sealed = { iv: hex(envelope.iv), ciphertext: hex(envelope.ciphertext), tag: hex(envelope.tag) }
    const act: unknown = JSON.parse(sm4Open(key, sealed).toString('utf8'))
    if (!Value.Check(InnerAct, act)) return refuse('actUnreadable')
    return ok({ ...act, captured: Temporal.Instant.from(act.capturedAt) })
  } catch {
    return refuse('actUnreadable')
  }
}

import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'

/** An act sealed to the server (decision 0002 §5), every part in hex: the thief of this disk reads nothing. */
export const Envelope = Type.Object({
  wrappedKey: Type.String(),
  iv: Type.String(),
  ciphertext: Type.String(),
  tag: Type.String(),
})
export type Envelope = Static<typeof Envelope>

const PrintId = Type.String()

/** What the journal 日志 keeps. Nothing in it names a person. */
export const Entry = Type.Union([
  Type.Object({ kind: Type.Literal('act'), key: Type.String(), envelope: Envelope }),
  /** S-ack: the server answered. `seen` when the answer was shown to the citizen who waited for it. */
  Type.Object({
    kind: Type.Literal('act-acked'),
    key: Type.String(),
    status: Type.Integer(),
    seen: Type.Boolean(),
  }),
  /** Written before the paper can move; without an outcome behind it nobody knows whether it did. */
  Type.Object({ kind: Type.Literal('print-spooled'), printId: PrintId }),
  Type.Object({
    kind: Type.Literal('print-outcome'),
    printId: PrintId,
    outcome: Type.Enum(['printed', 'failed', 'unknown']),
    reason: Type.String(),
  }),
  Type.Object({ kind: Type.Literal('print-reported'), printId: PrintId }),
  /** Raised before each handshake (decision 0002 §2). */
  Type.Object({ kind: Type.Literal('boot'), counter: Type.Integer({ minimum: 1 }) }),
])
export type Entry = Static<typeof Entry>

const entryCheck = Compile(Entry)

export function encodeEntry(entry: Entry): Buffer {
  return Buffer.from(JSON.stringify(entry), 'utf8')
}

/** The entry of a payload; undefined when it is none. */
export function decodeEntry(payload: Buffer): Entry | undefined {
  try {
    const read: unknown = JSON.parse(payload.toString('utf8'))
    return entryCheck.Check(read) ? read : undefined
  } catch {
    return undefined
  }
}

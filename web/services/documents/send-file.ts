import { type DocumentKind, type DocumentMatter, type DocumentView, partBytes } from '#contract/licensing'
import { freshKey, Problem } from '../../shared/api.ts'
import { base64Of } from '../../shared/base64.ts'
import type { DocumentDoor } from './door.ts'

/** One file on its way: the same numbers when it is tried again, so that nothing is sent or kept twice. */
export interface Sending {
  readonly bytes: Uint8Array
  readonly uploadId: string
  readonly key: string
}

export const startSending = (bytes: Uint8Array): Sending => ({ bytes, uploadId: freshKey(), key: freshKey() })

export const partsOf = (bytes: Uint8Array): number => Math.max(1, Math.ceil(bytes.length / partBytes))

interface Wish {
  readonly matter: DocumentMatter
  readonly kind: DocumentKind
  /** Told after each part, from 0 to 1. */
  readonly onProgress: (share: number) => void
}

/**
 * 分段上传: asks what has arrived, sends the rest part by part, then says that it is whole. A break of the network is thrown
 * as it came; sending the same file again goes on where it broke. What the server refuses by name is not tried again.
 */
export async function sendFile(door: DocumentDoor, sending: Sending, wish: Wish): Promise<DocumentView> {
  const { bytes, uploadId, key } = sending
  const { matter, kind, onProgress } = wish
  const parts = partsOf(bytes)
  const arrived = new Set(await door.parts(uploadId))
  for (let part = 0; part < parts; part++) {
    if (!arrived.has(part)) await patiently(() => door.sendPart(uploadId, part, base64Of(pieceOf(bytes, part))))
    onProgress((part + 1) / (parts + 1))
  }
  const { service, licenceNo, applicationNo } = matter
  const given = await patiently(() => door.add({ service, licenceNo, applicationNo, kind, uploadId, parts }, key))
  onProgress(1)
  return given
}

const pieceOf = (bytes: Uint8Array, part: number) => bytes.subarray(part * partBytes, (part + 1) * partBytes)
const tries = 3

/** Twice more at once: most breaks of a mobile network last a moment. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await work()
    } catch (error) {
      if (tried >= tries || !(error instanceof Problem) || !error.unreachable) throw error
    }
  }
}

import { ok, type Result, refuse } from '#kernel/refusal'
import { Sm3Stream } from '#platform/crypto'
import type { FileStore, StoredFile } from '#platform/files'
import type { Sealer } from '../store/cases.ts'
import type { EvidenceRow } from '../store/evidence.ts'

type Keys = Pick<Sealer, 'openField'>

/** 分段: the files of a large piece in their order, as its own sealed file says. */
type PartList = readonly StoredFile[]

export const sealPart = (bytes: Uint8Array, keys: Pick<Sealer, 'sealField'>): Buffer =>
  Buffer.from(keys.sealField(Buffer.from(bytes).toString('base64')))

async function openPart(file: StoredFile, files: FileStore, keys: Keys): Promise<Buffer | undefined> {
  const stored = await files.find(file)
  return stored && Buffer.from(keys.openField(stored.toString()), 'base64')
}

async function partsOf(row: EvidenceRow, files: FileStore, keys: Keys): Promise<PartList> {
  const own = { digest: row.storedDigest, bytes: row.storedBytes }
  if (row.parts === 0) return [own]
  const list = await openPart(own, files, keys)
  return list === undefined ? [] : (JSON.parse(list.toString()) as PartList)
}

/** One part of a piece, from 1; undefined where the store gives back something else. */
export async function openPiece(
  row: EvidenceRow,
  n: number,
  files: FileStore,
  keys: Keys,
): Promise<Buffer | undefined> {
  try {
    const part = (await partsOf(row, files, keys))[n - 1]
    return part && (await openPart(part, files, keys))
  } catch {
    // Altered on disk, or a seal that does not open: either way it is not what was taken.
    return undefined
  }
}

/** Whether the bytes are those that were taken. Holds one part in memory, however long the film is. */
export async function isIntact(row: EvidenceRow, files: FileStore, keys: Keys): Promise<boolean> {
  try {
    const digest = await digestOf(await partsOf(row, files, keys), files, keys)
    return digest.ok && digest.value.digest === row.digest && digest.value.bytes === row.bytes
  } catch {
    return false
  }
}

/** SM3 over all parts, one after the other. */
export async function digestOf(
  parts: PartList,
  files: FileStore,
  keys: Keys,
): Promise<Result<StoredFile, 'evidenceDamaged'>> {
  const hash = new Sm3Stream()
  let bytes = 0
  for (const part of parts) {
    const content = await openPart(part, files, keys)
    if (!content) return refuse('evidenceDamaged')
    hash.update(content)
    bytes += content.length
  }
  return ok({ digest: hash.digest(), bytes })
}

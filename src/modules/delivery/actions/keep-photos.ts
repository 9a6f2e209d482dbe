import { withoutMetadata } from '#kernel/jpeg'
import { ok, type Result } from '#kernel/refusal'
import { randomId, sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import type { ItemRecord } from '../store/items.ts'
import { insertPhoto } from '../store/proofs.ts'

export interface KeptPhoto {
  readonly id: string
  readonly digest: string
}

/** 现场照片: stripped of EXIF, sealed, kept with the digest of the stripped picture. */
export async function keepPhotos(
  tx: Tx,
  it: { item: ItemRecord; event: string; photos: readonly string[]; capturedAt: Temporal.Instant },
  keyring: Pick<Keyring, 'sealField'>,
): Promise<Result<readonly KeptPhoto[]>> {
  const kept: KeptPhoto[] = []
  for (const photo of it.photos) {
    const plain = withoutMetadata(Buffer.from(photo, 'base64'))
    if (!plain.ok) return plain
    const id = randomId()
    const digest = sm3(plain.value).toString('hex')
    await insertPhoto(tx, {
      id,
      itemNo: it.item.itemNo,
      event: it.event,
      sealed: keyring.sealField(Buffer.from(plain.value).toString('base64')),
      digest,
      bytes: plain.value.length,
      capturedAt: it.capturedAt.toString(),
    })
    kept.push({ id, digest })
  }
  return ok(kept)
}

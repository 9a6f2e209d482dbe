import { withoutMetadata } from '#kernel/jpeg'
import { ok, type Result } from '#kernel/refusal'
import { randomId, sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { DomainFiles } from '#platform/files'
import type { Keyring } from '#platform/keyring'
import { putSealed } from '#platform/sealed-files'
import type { ItemRecord } from '../store/items.ts'
import { insertPhoto } from '../store/proofs.ts'

export interface KeptPhoto {
  readonly id: string
  readonly digest: string
}

/** 现场照片: stripped of EXIF, sealed in the file store, named by a row with the digest of the stripped picture. */
export async function keepPhotos(
  tx: Tx,
  it: { item: ItemRecord; event: string; photos: readonly string[]; capturedAt: Temporal.Instant },
  keeping: { readonly files: DomainFiles; readonly keyring: Pick<Keyring, 'sealField'> },
): Promise<Result<readonly KeptPhoto[]>> {
  const kept: KeptPhoto[] = []
  for (const photo of it.photos) {
    const plain = withoutMetadata(Buffer.from(photo, 'base64'))
    if (!plain.ok) return plain
    const file = await putSealed(tx, plain.value, keeping)
    if (!file.ok) throw new Error('the route takes larger pictures than the file store')
    const id = randomId()
    const digest = sm3(plain.value).toString('hex')
    await insertPhoto(tx, {
      id,
      itemNo: it.item.itemNo,
      event: it.event,
      file: file.value,
      digest,
      bytes: plain.value.length,
      capturedAt: it.capturedAt.toString(),
    })
    kept.push({ id, digest })
  }
  return ok(kept)
}

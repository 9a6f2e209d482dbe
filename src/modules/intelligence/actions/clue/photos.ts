import { withoutMetadata } from '#kernel/jpeg'
import { pngWithoutMetadata } from '#kernel/png'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId, sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { FileDamaged, type FileStore } from '#platform/files'
import type { Keyring } from '#platform/keyring'
import { insertPhoto, type PhotoRow } from '../../store/photos.ts'

interface Stores {
  readonly files: FileStore
  readonly keyring: Keyring
}

/** 照片: what the camera wrote beside the picture (place, time, device, owner) is taken out before anything is kept. */
export async function addPhoto(tx: Tx, clueNo: string, base64: string, stores: Stores): Promise<Result<undefined>> {
  const clean = cleanPhoto(Buffer.from(base64, 'base64'))
  if (!clean) return refuse('cluePhotoUnreadable')
  const content = Buffer.from(clean.bytes)
  const file = await stores.files.put(Buffer.from(stores.keyring.sealField(content.toString('base64'))))
  if (!file.ok) return refuse('cluePhotoUnreadable')
  const digest = sm3(content).toString('hex')
  const { digest: fileDigest, bytes: fileBytes } = file.value
  await insertPhoto(tx, { id: randomId(), clueNo, fileDigest, fileBytes, digest, media: clean.media })
  return ok(undefined)
}

function cleanPhoto(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly media: PhotoRow['media'] } | undefined {
  const jpeg = withoutMetadata(bytes)
  if (jpeg.ok) return { bytes: jpeg.value, media: 'image/jpeg' }
  const png = pngWithoutMetadata(bytes)
  return png && { bytes: png, media: 'image/png' }
}

/** The picture again, if the disk gives back what was put. */
export async function readPhoto(
  photo: PhotoRow,
  { files, keyring }: Stores,
): Promise<Result<{ readonly media: string; readonly content: string }>> {
  const sealed = await files.find({ digest: photo.fileDigest, bytes: photo.fileBytes }).catch((error: unknown) => {
    if (error instanceof FileDamaged) return undefined
    throw error
  })
  if (sealed === undefined) return refuse('cluePhotoLost')
  return ok({ media: photo.media, content: keyring.openField(sealed.toString('utf8')) })
}

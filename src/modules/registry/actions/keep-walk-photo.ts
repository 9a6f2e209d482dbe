import type { Moment } from '#kernel/dates'
import { withoutMetadata } from '#kernel/jpeg'
import { ok, type Result, refuse } from '#kernel/refusal'
import { sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { DomainFiles } from '#platform/files'
import type { Keyring } from '#platform/keyring'
import { putSealed } from '#platform/sealed-files'
import { findDoor } from '../queries/walks.ts'
import { insertWalkPhoto, listWalkPhotos } from '../store/walk-photos.ts'

/** Enough for many walks of one shop; a program gone wild must not fill the database. */
const mostPhotos = 60

interface Kept {
  readonly by: string
  readonly at: Moment
  readonly keyring: Pick<Keyring, 'sealField'>
  readonly files: DomainFiles
}

/**
 * 测量照片: sent before the walk that names it. The bytes are the ones whose SM3 was taken with the picture, without metadata: stripping them
 * here would make another picture of it.
 */
export async function keepWalkPhoto(
  tx: Tx,
  photo: { readonly licenceNo: string; readonly digest: string; readonly content: string },
  { by, at, ...keeping }: Kept,
): Promise<Result<undefined>> {
  const door = await findDoor(tx, photo.licenceNo)
  if (door === undefined) return refuse('retailerNotFound')
  const bytes = Buffer.from(photo.content, 'base64')
  const plain = withoutMetadata(bytes)
  if (!plain.ok) return refuse('walkPhotoUnreadable')
  if (plain.value.length !== bytes.length || sm3(bytes).toString('hex') !== photo.digest)
    return refuse('walkPhotoAltered')
  if ((await listWalkPhotos(tx, photo.licenceNo)).length >= mostPhotos)
    return refuse('walkPhotosMany', { most: mostPhotos })
  const file = await putSealed(tx, bytes, keeping)
  if (!file.ok) throw new Error('the route takes larger pictures than the file store')
  const { licenceNo, digest } = photo
  await insertWalkPhoto(tx, {
    ...{ licenceNo, digest, areaCode: door.areaCode, by, at: at.instant.toString() },
    file: file.value,
    bytes: bytes.length,
  })
  return ok(undefined)
}

/** A walk names only pictures that are here. */
export async function hasWalkPhotos(tx: Tx, licenceNo: string, digests: readonly string[]): Promise<boolean> {
  if (digests.length === 0) return true
  const kept = new Set(await listWalkPhotos(tx, licenceNo))
  return digests.every(digest => kept.has(digest))
}

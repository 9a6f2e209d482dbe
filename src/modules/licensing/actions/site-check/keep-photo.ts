import type { Moment } from '#kernel/dates'
import { withoutMetadata } from '#kernel/jpeg'
import { ok, type Result, refuse } from '#kernel/refusal'
import { sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { DomainFiles } from '#platform/files'
import type { Keyring } from '#platform/keyring'
import { putSealed } from '#platform/sealed-files'
import { findFile } from '../../queries/files.ts'
import { instantOf } from '../../rules/site-check/read-record.ts'
import { countSitePhotos, insertSitePhoto } from '../../store/site-checks.ts'
import type { Officer } from '../take-step.ts'

/** Enough for several visits; a telephone gone wild must not fill the database. */
const mostPhotos = 60

export interface SitePhoto {
  readonly applicationNo: string
  readonly digest: string
  readonly content: string
  readonly capturedAt: string
}

interface PhotoKeeping {
  readonly by: Officer
  readonly at: Moment
  readonly files: DomainFiles
  readonly keyring: Pick<Keyring, 'sealField'>
}

/**
 * 现场照片: the bytes must be the ones whose SM3 was taken with the picture, and must hold no metadata, because stripping them
 * here would make another picture of it.
 */
export async function keepSitePhoto(
  tx: Tx,
  photo: SitePhoto,
  { by, at, ...keeping }: PhotoKeeping,
): Promise<Result<undefined>> {
  const file = await findFile(tx, photo.applicationNo)
  if (!file) return refuse('applicationNotFound')
  const bytes = Buffer.from(photo.content, 'base64')
  const plain = withoutMetadata(bytes)
  if (!plain.ok) return plain
  if (plain.value.length !== bytes.length || sm3(bytes).toString('hex') !== photo.digest)
    return refuse('sitePhotoAltered')
  const capturedAt = instantOf(photo.capturedAt)
  if (!capturedAt) return refuse('siteCheckTimeWrong')
  if ((await countSitePhotos(tx, photo.applicationNo)) >= mostPhotos)
    return refuse('sitePhotosMany', { most: mostPhotos })
  const kept = await putSealed(tx, bytes, keeping)
  if (!kept.ok) throw new Error('the route takes larger pictures than the file store')
  await insertSitePhoto(tx, {
    applicationNo: photo.applicationNo,
    digest: photo.digest,
    areaCode: file.areaCode,
    fileDigest: kept.value.digest,
    fileBytes: kept.value.bytes,
    bytes: bytes.length,
    capturedAt: capturedAt.toString(),
    sentBy: by.staffId,
    sentAt: at.instant.toString(),
  })
  return ok(undefined)
}

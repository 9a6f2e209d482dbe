import type { Moment } from '#kernel/dates'
import { withoutMetadata } from '#kernel/jpeg'
import { pngWithoutMetadata } from '#kernel/png'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId, sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { DomainFiles } from '#platform/files'
import type { Keyring } from '#platform/keyring'
import { readPictureCodes } from '#platform/picture-codes'
import { putSealed } from '#platform/sealed-files'
import { redraw } from '../../media/redraw.ts'
import { findEvent } from '../../queries/events.ts'
import { type Audience, checkShownWords } from '../../rules/guard/check-words.ts'
import { checkCodes, type KnownHosts } from '../../rules/pictures/codes.ts'
import { type PictureMedia, pictureMediaOf } from '../../rules/pictures/picture.ts'
import { findFilm } from '../../store/films.ts'
import { insertPicture, type PictureSubject } from '../../store/pictures.ts'

/** A picture after what can be computed of it: what a telephone wrote into the file is gone, its codes are read. */
export interface CleanPicture {
  readonly bytes: Uint8Array
  readonly media: PictureMedia
  readonly redrawn: boolean
  readonly codes: readonly string[]
}

/** Refuses `pictureKindWrong` what is no whole JPEG or PNG. */
export async function cleanPicture(bytes: Uint8Array): Promise<Result<CleanPicture>> {
  const media = pictureMediaOf(bytes)
  const stripped = media && strip(bytes, media)
  if (!media || !stripped) return refuse('pictureKindWrong')
  const codes = await readPictureCodes(stripped)
  if (codes === undefined) return refuse('pictureKindWrong')
  const drawn = await redraw(stripped, media)
  return ok(
    drawn
      ? { bytes: drawn, media: 'image/jpeg', redrawn: true, codes }
      : { bytes: stripped, media, redrawn: false, codes },
  )
}

function strip(bytes: Uint8Array, media: PictureMedia): Uint8Array | undefined {
  if (media === 'image/png') return pngWithoutMetadata(bytes)
  const clean = withoutMetadata(bytes)
  return clean.ok ? clean.value : undefined
}

interface Keeping {
  readonly by: string
  readonly at: Moment
  readonly hosts: KnownHosts
  readonly files: DomainFiles
  readonly keyring: Pick<Keyring, 'sealField'>
}

/** 留存图片, waiting for another person's look. Refusals: `pictureSubjectUnknown`, `pictureLinkForeign`, `adWords`, `fileTooLarge`. */
export async function keepPicture(
  tx: Tx,
  { about, alt, picture }: { about: PictureSubject; alt: string; picture: CleanPicture },
  { by, at, hosts, files, keyring }: Keeping,
): Promise<Result<{ id: string }>> {
  const audience = await audienceOf(tx, about)
  if (audience === undefined) return refuse('pictureSubjectUnknown')
  const words = checkShownWords([alt], audience)
  if (!words.ok) return words
  const codes = checkCodes(picture.codes, hosts, audience)
  if (!codes.ok) return codes
  const file = await putSealed(tx, picture.bytes, { files, keyring })
  if (!file.ok) return file
  const id = randomId()
  await insertPicture(tx, {
    ...{ id, aboutKind: about.kind, aboutId: about.id, alt, media: picture.media, redrawn: picture.redrawn },
    ...{ digest: sm3(picture.bytes).toString('hex'), fileDigest: file.value.digest, fileBytes: file.value.bytes },
    ...{ codes: codes.value, uploadedBy: by, at: at.instant.toString() },
  })
  return ok({ id })
}

/** Who sees what the picture stands beside; `undefined` where that does not exist. */
export async function audienceOf(tx: Tx, { kind, id }: PictureSubject): Promise<Audience | undefined> {
  if (kind === 'film') return /^[0-9a-f-]{36}$/u.test(id) ? (await findFilm(tx, id))?.audience : undefined
  const event = await findEvent(tx, id)
  if (event === undefined) return undefined
  return event.kind === 'school' ? 'minor' : 'public'
}

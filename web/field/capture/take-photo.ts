import { sm3 } from 'sm-crypto-v2'
import { withoutMetadata } from '#kernel/jpeg'
import { base64Of } from '../../shared/base64.ts'
import { smallPicture } from '../../shared/small-picture.ts'
import { database } from '../device/database.ts'
import { open, seal } from '../device/seal.ts'
import type { Fix } from '../device/whereabouts.ts'
import type { Attachment } from '../outbox/door.ts'

/** A photo as a form holds it: its name, the minute and the place of its taking. The picture lies in the attachments. */
export interface TakenPhoto {
  readonly digest: string
  readonly capturedAt: string
  readonly place: Fix | null
}

/** Where the outbox finds the picture of a matter. */
export const attachmentId = (matter: string, digest: string): string => `${matter}/${digest}`

/**
 * 取证拍照: drawn anew as JPEG without metadata, named by its SM3 at once, kept sealed before anything else is done with it.
 * Throws where the file is no picture.
 */
export async function takePhoto(matter: string, file: Blob, place: Fix | null): Promise<TakenPhoto> {
  const capturedAt = new Date().toISOString()
  const bytes = Uint8Array.from(atob(await smallPicture(file)), letter => letter.charCodeAt(0))
  const plain = withoutMetadata(bytes)
  if (!plain.ok) throw new Error('the browser drew no JPEG')
  const digest = sm3(plain.value)
  const attachment: Attachment = { digest, content: base64Of(plain.value), capturedAt }
  const id = attachmentId(matter, digest)
  await database.attachments.put({ id, matter, actId: '', sent: 0, sealed: await seal(attachment) })
  return { digest, capturedAt, place }
}

/** The picture for the screen; `undefined` where it went away with the key. */
export async function showPhoto(matter: string, digest: string): Promise<string | undefined> {
  const row = await database.attachments.get(attachmentId(matter, digest))
  const attachment = row === undefined ? undefined : await open<Attachment>(row.sealed)
  return attachment === undefined ? undefined : `data:image/jpeg;base64,${attachment.content}`
}

export const dropPhoto = (matter: string, digest: string): Promise<void> =>
  database.attachments.delete(attachmentId(matter, digest))

/** 放弃草稿: pictures of a matter that no act speaks of. */
export const dropUnused = async (matter: string): Promise<void> => {
  await database.attachments
    .where('matter')
    .equals(matter)
    .filter(row => row.actId === '')
    .delete()
}

import { useId, useState } from 'react'
import { attachmentId, dropPhoto, takePhoto } from '../../capture/take-photo.ts'
import { database } from '../../device/database.ts'
import { open } from '../../device/seal.ts'
import type { Attachment } from '../../outbox/door.ts'
import { texts } from '../texts.ts'
import type { StepProps } from './task.tsx'

/** 现场照片: each is an act of its own the moment it is taken, so that a bad one holds back no other; its SM3 is shown at once. */
export function PhotosScreen({ task, visit, keep }: StepProps) {
  const t = texts.useTexts()
  const id = useId()
  const [failed, setFailed] = useState(false)
  const take = async (input: HTMLInputElement) => {
    const file = input.files?.[0]
    if (file === undefined) return
    try {
      const { digest, content } = await taken(task.task.id, file)
      await keep({ kind: 'photo', digest, picture: content })
      await dropPhoto(task.task.id, digest)
      setFailed(false)
    } catch {
      setFailed(true)
    }
    input.value = ''
  }
  const { photos } = visit.facts
  return (
    <>
      <h2>{t('photo.title')}</h2>
      <p role="status">
        {photos.length === 0
          ? t('photo.none')
          : t('photo.kept', { count: photos.length, digests: photos.map(one => one.slice(0, 8)).join('、') })}
      </p>
      <label htmlFor={id} className="photo-button">
        {t('photo.take')}
        <input
          id={id}
          type="file"
          accept="image/*"
          capture="environment"
          aria-label={t('photo.take')}
          onChange={event => void take(event.currentTarget)}
        />
      </label>
      {failed ? (
        <p className="fault" role="alert">
          {t('photo.fail')}
        </p>
      ) : null}
    </>
  )
}

/** The picture as it is kept: JPEG without metadata, with the SM3 of its bytes. Throws where the file is no picture. */
async function taken(matter: string, file: Blob): Promise<Attachment> {
  const { digest } = await takePhoto(matter, file, null)
  const row = await database.attachments.get(attachmentId(matter, digest))
  const attachment = row === undefined ? undefined : await open<Attachment>(row.sealed)
  if (attachment === undefined) throw new Error('the picture is gone')
  return attachment
}

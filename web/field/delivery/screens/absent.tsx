import { useState } from 'react'
import { Photos } from '../../parts/photos.tsx'
import { SaveBar } from '../../parts/save-bar.tsx'
import { TextBox } from '../../parts/text-field.tsx'
import { texts } from '../texts.ts'
import type { FormProps } from './item.tsx'

/** 没有人在, or not reached at all: picture first, words after. */
export function AbsentForm({ keep, back = false }: FormProps & { back?: boolean }) {
  const t = texts.useTexts()
  const [photos, setPhotos] = useState<readonly string[]>([])
  const [note, setNote] = useState('')
  return (
    <>
      <h2>{t(back ? 'bringBack' : 'absent')}</h2>
      {back ? null : <Photos photos={photos} set={setPhotos} />}
      <TextBox label={t('absent.note')} value={note} set={setNote} />
      <SaveBar
        label={t(back ? 'submit.bringBack' : 'submit.absent')}
        missing={back || photos.length > 0 ? [] : [t('missing.photo')]}
        save={() =>
          keep(
            back
              ? { kind: 'bringBack', note: note.trim() }
              : { kind: 'absent', photos: [...photos], note: note.trim() },
          )
        }
      />
    </>
  )
}

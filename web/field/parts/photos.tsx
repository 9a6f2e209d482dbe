import { useId, useState } from 'react'
import { smallPicture } from '../../shared/small-picture.ts'
import { texts } from '../texts.ts'

interface Props {
  readonly photos: readonly string[]
  readonly set: (photos: readonly string[]) => void
}

/** 照片在先: one large button opens the camera; up to three, each can be taken again. */
export function Photos({ photos, set }: Props) {
  const t = texts.useTexts()
  const id = useId()
  const [failed, setFailed] = useState(false)
  const take = async (file: File | undefined) => {
    if (file === undefined) return
    try {
      set([...photos, await smallPicture(file)])
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }
  return (
    <section className="photos">
      <h2>{t('photo.title')}</h2>
      <div className="photo-row">
        {photos.map((photo, index) => (
          <figure key={photo.slice(-40)}>
            <img src={`data:image/jpeg;base64,${photo}`} alt={t('photo.alt', { n: index + 1 })} />
            <button type="button" onClick={() => set(photos.filter(one => one !== photo))}>
              {t('photo.again')}
            </button>
          </figure>
        ))}
      </div>
      {photos.length < 3 ? (
        <label htmlFor={id} className="photo-button">
          {t(photos.length === 0 ? 'photo.take' : 'photo.add')}
          <input
            id={id}
            type="file"
            accept="image/*"
            capture="environment"
            onChange={event => void take(event.target.files?.[0])}
          />
        </label>
      ) : null}
      {failed ? (
        <p className="fault" role="alert">
          {t('photo.fail')}
        </p>
      ) : null}
    </section>
  )
}

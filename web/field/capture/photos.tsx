import { useEffect, useId, useState } from 'react'
import { formatTime } from '../../shared/format.ts'
import { fixNow, type Whereabouts } from '../device/whereabouts.ts'
import { texts } from '../texts.ts'
import { dropPhoto, showPhoto, type TakenPhoto, takePhoto } from './take-photo.ts'

interface Props {
  /** Of the record they belong to. */
  readonly matter: string
  readonly label: string
  readonly photos: readonly TakenPhoto[]
  readonly set: (photos: readonly TakenPhoto[]) => void
  readonly where: Whereabouts
  readonly most: number
}

/** 取证照片: one large button opens the camera; each photo shows its minute, its place and the beginning of its SM3. */
export function EvidencePhotos({ matter, label, photos, set, where, most }: Props) {
  const t = texts.useTexts()
  const id = useId()
  const [failed, setFailed] = useState(false)
  const take = async (input: HTMLInputElement) => {
    const file = input.files?.[0]
    if (file === undefined) return
    try {
      const taken = await takePhoto(matter, file, fixNow(where))
      // The same picture twice is one piece of evidence.
      set([...photos.filter(({ digest }) => digest !== taken.digest), taken])
      setFailed(false)
    } catch {
      setFailed(true)
    }
    input.value = ''
  }
  const drop = async (photo: TakenPhoto) => {
    set(photos.filter(one => one !== photo))
    await dropPhoto(matter, photo.digest)
  }
  return (
    <section className="photos">
      <h2>{label}</h2>
      <div className="photo-row">
        {photos.map((photo, index) => (
          <Picture key={photo.digest} matter={matter} photo={photo} nth={index + 1} drop={() => void drop(photo)} />
        ))}
      </div>
      {photos.length < most ? (
        <label htmlFor={id} className="photo-button">
          {t(photos.length === 0 ? 'photo.take' : 'photo.add')}
          <input
            id={id}
            type="file"
            accept="image/*"
            capture="environment"
            aria-label={label}
            onChange={event => void take(event.currentTarget)}
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

function Picture({ matter, photo, nth, drop }: { matter: string; photo: TakenPhoto; nth: number; drop: () => void }) {
  const t = texts.useTexts()
  const [shown, setShown] = useState<string>()
  useEffect(() => {
    void showPhoto(matter, photo.digest).then(setShown)
  }, [matter, photo.digest])
  const { place, digest, capturedAt } = photo
  return (
    <figure>
      {shown === undefined ? null : <img src={shown} alt={t('photo.alt', { n: nth })} />}
      <figcaption>
        {formatTime(Date.parse(capturedAt))} ·{' '}
        {place === null ? t('photo.noPlace') : t('photo.place', { metres: place.accuracyMetres })}
        <br />
        SM3 {digest.slice(0, 8)}
      </figcaption>
      <button type="button" onClick={drop}>
        {t('photo.again')}
      </button>
    </figure>
  )
}

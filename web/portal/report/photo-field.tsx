import { useId, useState } from 'react'
import { drawnAnew, type Photo } from './photo.ts'
import { texts } from './texts.ts'

const most = 3

/** 照片: chosen or taken, drawn anew at once; each can be taken away again. */
export function PhotoField({ photos, set }: { photos: readonly Photo[]; set: (photos: readonly Photo[]) => void }) {
  const t = texts.useTexts()
  const id = useId()
  const [bad, setBad] = useState(false)
  const add = async (files: FileList | null) => {
    const drawn = await Promise.all([...(files ?? [])].slice(0, most - photos.length).map(drawnAnew))
    setBad(drawn.includes(undefined))
    set([...photos, ...drawn.filter(photo => photo !== undefined)])
  }
  return (
    <>
      <p className="report-head">{t('photos')}</p>
      {/* The browser's own button speaks the language of the telephone, not of the page. */}
      <input
        className="report-file"
        id={id}
        type="file"
        accept="image/*"
        multiple
        disabled={photos.length >= most}
        aria-describedby={`${id}-help`}
        onChange={event => {
          void add(event.target.files)
          event.target.value = ''
        }}
      />
      <label htmlFor={id} className="act plain">
        {t('photos.add')}
      </label>
      <p id={`${id}-help`} className="quiet small">
        {t('photos.help')}
      </p>
      {bad ? (
        <p className="wrong" role="alert">
          {t('photos.bad')}
        </p>
      ) : null}
      {photos.length === 0 ? null : (
        <ul className="report-photos">
          {photos.map(({ preview }, n) => (
            <li key={preview}>
              <img src={preview} alt={t('photos.alt', { n: n + 1 })} />
              <button
                type="button"
                className="act plain"
                onClick={() => set(photos.filter(photo => photo.preview !== preview))}
              >
                {t('photos.remove', { n: n + 1 })}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

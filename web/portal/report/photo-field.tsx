import { useId, useState } from 'react'
import { FileChoice } from '../app/file-choice.tsx'
import { drawnAnew, type Photo } from './photo.ts'
import { texts } from './texts.ts'

const most = 3

/** 照片: chosen or taken, drawn anew at once; each can be taken away again. */
export function PhotoField({ photos, set }: { photos: readonly Photo[]; set: (photos: readonly Photo[]) => void }) {
  const t = texts.useTexts()
  const id = useId()
  const [bad, setBad] = useState(false)
  const add = async (files: readonly File[]) => {
    const drawn = await Promise.all(files.slice(0, most - photos.length).map(drawnAnew))
    setBad(drawn.includes(undefined))
    set([...photos, ...drawn.filter(photo => photo !== undefined)])
  }
  return (
    <>
      <p className="report-head">{t('photos')}</p>
      <FileChoice
        accept="image/*"
        multiple
        disabled={photos.length >= most}
        describedBy={`${id}-help`}
        onFiles={files => void add(files)}
      >
        {t('photos.add')}
      </FileChoice>
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

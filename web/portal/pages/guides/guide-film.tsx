import { useState } from 'react'
import type { FilmName } from '../../../films/scripts.ts'
import { Film } from '../../../shared/film/film.tsx'
import { texts } from '../../../shared/film/texts.ts'
import { useLanguage } from '../../../shared/language.ts'
import { type Voice, voices } from '../../../shared/voices.ts'
import './guide-film.css'

/** 示范短片 on a guide page: nothing is fetched and no room taken before it is asked for; then it begins, and the voice can be chosen. */
export function GuideFilm({ name, service }: { name: FilmName; service: string }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const [voice, setVoice] = useState<Voice>('cmn')
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <div className="buttons no-print">
        <button type="button" className="act plain" onClick={() => setOpen(true)}>
          {t('watchFilm', { service })}
        </button>
      </div>
    )
  return (
    <section className="guide-film no-print">
      <h2>{t('watch')}</h2>
      <fieldset className="guide-voices">
        <legend>{t('voice')}</legend>
        {voices.map(one => (
          <button key={one} type="button" aria-pressed={one === voice} onClick={() => setVoice(one)}>
            {t(one)}
          </button>
        ))}
      </fieldset>
      <Film key={`${name}.${language}`} name={name} about={t('about', { service })} voice={voice} started controls />
      <p className="quiet small">{t('simulated')}</p>
    </section>
  )
}

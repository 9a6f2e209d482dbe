import { Loading } from '../app/page-states.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { FilmCard } from './film-card.tsx'
import { FilmForm } from './film-form.tsx'
import './films.css'
import { texts } from './texts.ts'
import { useFilms } from './use-films.ts'

/** 恩烟普法小剧场 from the words to the release. */
export function FilmsPage() {
  const t = texts.useTexts()
  const films = useFilms()
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
      </div>
      <p className="quiet">{t('intro')}</p>
      {films.isError ? <FailedToLoad error={films.error} retry={() => void films.refetch()} /> : null}
      {films.isPending ? <Loading /> : null}
      {films.data?.ffmpeg === false ? (
        <p className="missing" role="alert">
          {t('noFfmpeg')}
        </p>
      ) : null}
      {films.data?.items.length === 0 ? <p>{t('none')}</p> : null}
      {films.data?.items.map(film => (
        <FilmCard key={film.id} film={film} limits={films.data} />
      ))}
      {films.data ? <FilmForm /> : null}
    </div>
  )
}

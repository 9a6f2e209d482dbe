import { filmRoutes as routes } from '#contract/outreach'
import { callAsNobody } from '../../shared/api.ts'
import { filmOf, usePath } from '../app/address.ts'
import { Page } from '../app/page.tsx'
import { useLoaded } from '../me/use-loaded.ts'
import { ProblemNote } from '../session/problem-note.tsx'
import { FilmList } from './film-list.tsx'
import { FilmPage } from './film-page.tsx'
import { texts } from './texts.ts'

/** 恩烟普法小剧场: the list by series, or one film; which, stands in the address. */
export default function FilmsPage() {
  const id = filmOf(usePath())
  return id === undefined ? <ListPage /> : <FilmPage key={id} id={id} />
}

function ListPage() {
  const t = texts.useTexts()
  const hall = useLoaded(() => callAsNobody(routes.filmHall))
  const series = Map.groupBy(hall.value?.items ?? [], film => film.series)
  return (
    <Page title={t('title')}>
      <p>{t('intro')}</p>
      <ProblemNote problem={hall.problem} />
      {hall.value || hall.problem ? null : <p role="status">{t('loading')}</p>}
      {hall.value?.items.length === 0 ? <p>{t('none')}</p> : null}
      {[...series].map(([name, films]) => (
        <section key={name} aria-label={name || t('others')}>
          <h2 lang="zh-CN">{name || t('others')}</h2>
          <FilmList films={films} />
        </section>
      ))}
    </Page>
  )
}

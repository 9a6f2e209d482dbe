import { type FilmLine, filmRoutes as routes } from '#contract/outreach'
import { addressOf } from '../../shared/api.ts'
import { clockOf } from '../../shared/format.ts'
import { filmPath } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import './films.css'
import { texts } from './texts.ts'

/** Films with their covers, as doors. */
export function FilmList({ films }: { films: readonly FilmLine[] }) {
  const t = texts.useTexts()
  return (
    <ul className="films">
      {films.map(film => (
        <li key={film.id}>
          <Link to={filmPath(film.id)} className="film-door">
            <img
              src={addressOf(routes.filmFile.url, { id: film.id, file: 'cover' })}
              alt={film.cover ?? ''}
              width={160}
              height={90}
              loading="lazy"
            />
            <span>
              <strong lang="zh-CN">{film.title}</strong>
              <span>
                {t(`for.${film.audience}`)} · {t('line', { length: clockOf(film.seconds), views: film.views })}
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

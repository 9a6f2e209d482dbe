import { type QuizHall, quizRoutes as routes } from '#contract/outreach'
import { callFromPortal } from '../../shared/api.ts'
import { formatDay } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { paths, quizPath, surveyPath } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { Page } from '../app/page.tsx'
import { useLoaded } from '../me/use-loaded.ts'
import { ProblemNote } from '../session/problem-note.tsx'
import { texts } from './texts.ts'

export function HallPage() {
  const t = texts.useTexts()
  const hall = useLoaded(() => callFromPortal(routes.quizHall))
  return (
    <Page title={t('title')}>
      <p>{t('intro')}</p>
      <ProblemNote problem={hall.problem} />
      {hall.value ? <Hall hall={hall.value} /> : hall.problem ? null : <p role="status">{t('loading')}</p>}
    </Page>
  )
}

function Hall({ hall }: { hall: QuizHall }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const day = (text: string) => formatDay(text, language)
  return (
    <>
      {hall.surveys.length > 0 ? (
        <section aria-labelledby="surveys">
          <h2 id="surveys">{t('surveys')}</h2>
          <p className="quiet">{t('surveys.help')}</p>
          <ul className="doors">
            {hall.surveys.map(({ id, title, licenceNo, endsOn }) => (
              <li key={id + licenceNo}>
                <Link to={surveyPath(id, licenceNo)} className="door">
                  <strong>{title}</strong>
                  <span>{t('survey', { no: licenceNo, day: day(endsOn) })}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <h2>{t('open')}</h2>
      {hall.quizzes.length === 0 ? <p>{t('none')}</p> : null}
      <ul className="doors">
        {hall.quizzes.map(({ id, title, audience, items, endsOn }) => (
          <li key={id}>
            <Link to={quizPath(id)} className="door">
              <strong>{title}</strong>
              <span>
                {t(audience)} · {t('line', { count: items, day: day(endsOn) })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {hall.points === null ? (
        <p className="quiet">
          {t('signIn')} <Link to={paths.me}>{t('signIn.do')}</Link>
        </p>
      ) : (
        <p>{t('points', { points: hall.points })}</p>
      )}
    </>
  )
}

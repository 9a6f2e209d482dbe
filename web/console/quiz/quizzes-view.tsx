import { type QuizLine, quizRoutes as routes } from '#contract/outreach'
import { formatDay } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useTowns } from '../app/use-towns.ts'
import { useStaff } from '../session/session.ts'
import { BeginForm } from './begin-form.tsx'
import { texts } from './texts.ts'
import { percent, useQuizzes } from './use-quiz.ts'

export function QuizzesView() {
  const t = texts.useTexts()
  const staff = useStaff()
  const list = useQuizzes()
  if (list.isError) return <FailedToLoad error={list.error} retry={() => void list.refetch()} />
  if (list.isPending) return <Loading />
  return (
    <>
      {list.data.items.length === 0 ? <p>{t('none.quizzes')}</p> : null}
      {list.data.items.map(quiz => (
        <QuizCard key={quiz.id} quiz={quiz} />
      ))}
      {mayUse(routes.beginQuiz, staff) ? <BeginForm /> : null}
    </>
  )
}

function QuizCard({ quiz }: { quiz: QuizLine }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const towns = useTowns()
  const { gain, share, sheets, items } = quiz
  const [from, to] = [formatDay(quiz.beginsOn, language), formatDay(quiz.endsOn, language)]
  const places = towns.filter(({ code }) => quiz.towns.includes(code)).map(({ name }) => name)
  return (
    <section className="card">
      <h2>{quiz.title}</h2>
      <p>{t('quiz.line', { from, to, items, sheets })}</p>
      <p className="quiet small">
        {t(quiz.shape)} · {places.length === 0 ? t('county') : places.join('、')} ·{' '}
        <a href={`/quiz/${quiz.id}`}>{t('quiz.link')}</a>
      </p>
      {share === null || gain !== null ? null : <p>{t('quiz.share', { share: percent(share) })}</p>}
      {gain === null ? null : (
        <p>
          {t('gain', { pairs: gain.pairs, before: percent(gain.before), after: percent(gain.after) })}{' '}
          {gain.low === null ? t('gain.few') : t('gain.interval', { low: percent(gain.low), high: percent(gain.high) })}
        </p>
      )}
    </section>
  )
}

import { useRef, useState } from 'react'
import { type Asked, type FilmAnswer, type FilmView, filmRoutes as routes } from '#contract/outreach'
import { addressOf, callAsNobody, freshKey } from '../../shared/api.ts'
import { clockOf } from '../../shared/format.ts'
import { lawSearchPath, paths } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { Page } from '../app/page.tsx'
import { Screen } from '../live/screen.tsx'
import { useLoaded } from '../me/use-loaded.ts'
import { ownMark } from '../quiz/own-mark.ts'
import '../quiz/quiz.css'
import { Sheet } from '../quiz/sheet.tsx'
import { ProblemNote } from '../session/problem-note.tsx'
import { FilmList } from './film-list.tsx'
import { texts } from './texts.ts'

/** One film with its words, its articles and the question after it. */
export function FilmPage({ id }: { id: string }) {
  const t = texts.useTexts()
  const { value, problem } = useLoaded(() => callAsNobody(routes.filmView, { params: { id } }))
  const video = useRef<HTMLVideoElement>(null)
  if (!value)
    return (
      <Page title={t('title')}>
        {problem ? <ProblemNote problem={problem} /> : <p role="status">{t('loading')}</p>}
      </Page>
    )
  const fileOf = (file: string) => addressOf(routes.filmFile.url, { id, file })
  const note = () => {
    // Not counted is no reason to interrupt a film.
    callAsNobody(routes.noteFilmView, { params: { id }, body: { viewer: ownMark(id) } }).catch(() => undefined)
  }
  return (
    <Page title={value.title}>
      <Screen
        video={video}
        source={fileOf('index.m3u8')}
        captions={fileOf('captions.vtt')}
        label={value.title}
        poster={fileOf('cover')}
        begun={note}
      />
      <p lang="zh-CN">{value.about}</p>
      <p className="quiet">
        {t(`for.${value.audience}`)} · {t('line', { length: clockOf(value.seconds), views: value.views })}
      </p>
      <p>
        {t('basis')}：
        {value.citations.map(citation => (
          <span key={citation} className="live-citation" lang="zh-CN">
            <Link to={lawSearchPath(citation)}>{citation}</Link>
          </span>
        ))}
      </p>
      {value.question ? <Question id={id} question={value.question} /> : null}
      <OthersOfSeries film={value} />
      <p>
        <Link to={paths.films}>{t('back')}</Link>
      </p>
    </Page>
  )
}

/** 片后一题: marked at once, with its article; nobody is asked who he is. */
function Question({ id, question }: { id: string; question: Asked }) {
  const t = texts.useTexts()
  const [answer, setAnswer] = useState<FilmAnswer>()
  const once = useRef(freshKey())
  return (
    <section aria-labelledby="after">
      <h2 id="after">{t('question')}</h2>
      {answer ? (
        <div role="status" lang="zh-CN">
          <p>
            <strong>{question.question}</strong>
          </p>
          <p className={answer.correct ? 'quiz-right' : 'quiz-wrong'}>
            {answer.correct ? t('right') : t('wrong', { answer: question.options[answer.answer] ?? '' })}
          </p>
          <p>{answer.why}</p>
          <p>
            {t('answerBasis')}：<Link to={lawSearchPath(answer.citation)}>{answer.citation}</Link>
          </p>
        </div>
      ) : (
        <Sheet
          items={[question]}
          send={async ([given]) => {
            const body = { viewer: ownMark(id), chosen: given?.chosen ?? 0 }
            setAnswer(await callAsNobody(routes.answerFilm, { params: { id }, body, idempotencyKey: once.current }))
          }}
        />
      )}
    </section>
  )
}

function OthersOfSeries({ film }: { film: FilmView }) {
  const t = texts.useTexts()
  const hall = useLoaded(() => callAsNobody(routes.filmHall))
  const others = (hall.value?.items ?? []).filter(({ id, series }) => id !== film.id && series === film.series)
  if (film.series === '' || others.length === 0) return null
  return (
    <section aria-label={t('series', { series: film.series })}>
      <h2 lang="zh-CN">{t('series', { series: film.series })}</h2>
      <FilmList films={others} />
    </section>
  )
}

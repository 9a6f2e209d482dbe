import { useEffect, useRef } from 'react'
import { type LiveView, liveRoutes as routes } from '#contract/outreach'
import { callAsNobody } from '../../shared/api.ts'
import { clockOf, formatInstant } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { lawSearchPath, paths } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { Page } from '../app/page.tsx'
import { useLoaded } from '../me/use-loaded.ts'
import { ProblemNote } from '../session/problem-note.tsx'
import { AskForm } from './ask-form.tsx'
import { Player } from './player.tsx'
import { texts } from './texts.ts'

const LOOK_EVERY_MS = 5_000

/** One class: before it, while it is on, and as a replay. It looks again by itself while something may change. */
export function ClassPage({ id }: { id: string }) {
  const t = texts.useTexts()
  const { value, problem, again } = useLoaded(() => callAsNobody(routes.liveView, { params: { id } }))
  const settled = value?.state === 'replay'
  useEffect(() => {
    if (settled) return
    const timer = setInterval(again, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [again, settled])
  if (!value)
    return (
      <Page title={t('title')}>
        {problem ? <ProblemNote problem={problem} /> : <p role="status">{t('loading')}</p>}
      </Page>
    )
  return (
    <Page title={value.title}>
      <Screen view={value} />
      <p lang="zh-CN">{value.about}</p>
      <p>
        {t('speaker')}：<span lang="zh-CN">{value.speaker}</span>
      </p>
      <p>
        {t('basis')}：
        {value.citations.map(citation => (
          <span key={citation} className="live-citation" lang="zh-CN">
            <Link to={lawSearchPath(citation)}>{citation}</Link>
          </span>
        ))}
      </p>
      <Questions view={value} />
      <p>
        <Link to={paths.live}>{t('back')}</Link>
      </p>
    </Page>
  )
}

function Screen({ view }: { view: LiveView }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const video = useRef<HTMLVideoElement>(null)
  if (view.state === 'planned')
    return <p className="callout">{t('planned', { time: formatInstant(view.startsAt, language) })}</p>
  if (view.state === 'ended') return <p className="callout">{t('ended')}</p>
  if (!view.picture)
    return (
      <p className="callout" role="status">
        {t('waiting')}
      </p>
    )
  const jump = (at: number) => {
    if (video.current) video.current.currentTime = at
  }
  return (
    <>
      <Player view={view} video={video} />
      {view.state === 'live' ? <p role="status">{t('watching', { count: view.watching })}</p> : null}
      {view.chapters.length > 0 ? (
        <section aria-labelledby="chapters">
          <h2 id="chapters">{t('chapters')}</h2>
          <ol className="live-chapters" lang="zh-CN">
            {view.chapters.map(({ at, title }) => (
              <li key={at}>
                <button type="button" onClick={() => jump(at)}>
                  <span>{clockOf(at)}</span> {title}
                </button>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </>
  )
}

function Questions({ view }: { view: LiveView }) {
  const t = texts.useTexts()
  if (view.state !== 'live' && view.questions.length === 0) return null
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">{t('questions')}</h2>
      {view.questions.length === 0 ? <p className="quiet">{t('noQuestions')}</p> : null}
      <ul lang="zh-CN">
        {view.questions.map(({ id, words }) => (
          <li key={id}>{words}</li>
        ))}
      </ul>
      {view.state === 'live' ? <AskForm id={view.id} /> : null}
    </section>
  )
}

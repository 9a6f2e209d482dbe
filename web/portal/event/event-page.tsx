import { useId, useState } from 'react'
import { eventRoutes as routes } from '#contract/outreach'
import { callAsNobody, type Problem } from '../../shared/api.ts'
import { formatDay } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { eventOf, usePath } from '../app/address.ts'
import { Page } from '../app/page.tsx'
import { useLoaded } from '../me/use-loaded.ts'
import { ownMark } from '../quiz/own-mark.ts'
import { ProblemNote, problemIn } from '../session/problem-note.tsx'
import { Coming } from './coming.tsx'
import { Past } from './past.tsx'
import { texts } from './texts.ts'

/** 普法活动: what comes, or the one event of the poster: signed in by one touch, rated after it. */
export default function EventPage() {
  const code = eventOf(usePath())
  return code === undefined ? <ComingPage /> : <OneEvent code={code} />
}

function ComingPage() {
  const t = texts.useTexts()
  return (
    <Page title={t('title')}>
      <Coming />
      <Past />
    </Page>
  )
}

function OneEvent({ code }: { code: string }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const { value, problem } = useLoaded(() => callAsNobody(routes.openEvent, { params: { code } }))
  if (!value)
    return (
      <Page title={t('title')}>
        {problem ? <ProblemNote problem={problem} /> : <p role="status">{t('loading')}</p>}
      </Page>
    )
  return (
    <Page title={value.title}>
      <p>{t('line', { day: formatDay(value.plannedOn, language), time: value.startsAt, place: value.place })}</p>
      {value.state === 'cancelled' ? <p>{t('cancelled')}</p> : <Join code={code} />}
    </Page>
  )
}

type Stage = 'new' | 'signing' | 'signed' | 'rated'

function Join({ code }: { code: string }) {
  const t = texts.useTexts()
  const id = useId()
  const [stage, setStage] = useState<Stage>('new')
  const [stars, setStars] = useState<number>()
  const [words, setWords] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const join = async (said: { stars?: number; words?: string }, next: Stage) => {
    setProblem(undefined)
    try {
      await callAsNobody(routes.joinEvent, { params: { code }, body: { mark: ownMark(`event-${code}`), ...said } })
      setStage(next)
    } catch (error) {
      setProblem(problemIn(error))
      if (next === 'signed') setStage('new')
    }
  }
  if (stage === 'rated') return <p role="status">{t('thanks')}</p>
  if (stage === 'new' || stage === 'signing')
    return (
      <>
        <ProblemNote problem={problem} />
        <div className="buttons">
          <button
            type="button"
            className="act"
            disabled={stage === 'signing'}
            onClick={() => {
              setStage('signing')
              void join({}, 'signed')
            }}
          >
            {t(stage === 'new' ? 'sign' : 'signing')}
          </button>
        </div>
      </>
    )
  return (
    <>
      <p role="status">{t('signed')}</p>
      <fieldset className="event-stars">
        <legend>{t('rate')}</legend>
        {[1, 2, 3, 4, 5].map(n => (
          <label key={n}>
            <input type="radio" name={id} checked={stars === n} onChange={() => setStars(n)} />
            <span>{t('star', { n })}</span>
          </label>
        ))}
      </fieldset>
      <label htmlFor={`${id}-words`}>{t('words')}</label>
      <textarea
        id={`${id}-words`}
        rows={3}
        maxLength={200}
        value={words}
        onChange={event => setWords(event.target.value)}
      />
      <ProblemNote problem={problem} />
      <div className="buttons">
        <button
          type="button"
          className="act"
          disabled={stars === undefined}
          onClick={() => void join({ ...(stars === undefined ? {} : { stars }), words }, 'rated')}
        >
          {t('send')}
        </button>
      </div>
    </>
  )
}

import { useRef, useState } from 'react'
import { type Chosen, type Marked, quizRoutes as routes } from '#contract/outreach'
import { callFromPortal, freshKey } from '../../shared/api.ts'
import { Page } from '../app/page.tsx'
import { useLoaded } from '../me/use-loaded.ts'
import { ProblemNote } from '../session/problem-note.tsx'
import { MarkedSheet } from './marked-sheet.tsx'
import { ownMark } from './own-mark.ts'
import { Sheet } from './sheet.tsx'
import { texts } from './texts.ts'

const rounds = ['before', 'after'] as const

export function OpenQuizPage({ id }: { id: string }) {
  const t = texts.useTexts()
  const { value, problem } = useLoaded(() => callFromPortal(routes.openQuiz, { params: { id } }))
  const [round, setRound] = useState<(typeof rounds)[number]>('before')
  const [marked, setMarked] = useState<Marked>()
  const once = useRef(freshKey())
  if (!value)
    return (
      <Page title={t('title')}>
        {problem ? <ProblemNote problem={problem} /> : <p role="status">{t('loading')}</p>}
      </Page>
    )
  const { quiz, items } = value
  const send = async (answers: Chosen[]) => {
    const body = { round: quiz.shape === 'once' ? ('once' as const) : round, participant: ownMark(id), answers }
    setMarked(await callFromPortal(routes.answerQuiz, { params: { id }, body, idempotencyKey: once.current }))
    scrollTo(0, 0)
  }
  return (
    <Page title={quiz.title}>
      {marked ? (
        <MarkedSheet marked={marked} />
      ) : (
        <>
          {quiz.shape === 'once' ? null : (
            <fieldset className="quiz-round">
              <legend>{t('round')}</legend>
              {rounds.map(value => (
                <label key={value} className="quiz-option">
                  <input type="radio" name="round" checked={round === value} onChange={() => setRound(value)} />
                  <span>{t(value)}</span>
                </label>
              ))}
              <p className="quiet">{t('round.help')}</p>
            </fieldset>
          )}
          <Sheet items={items} send={send} />
        </>
      )}
    </Page>
  )
}

import { useState } from 'react'
import { type Asked, type Chosen, type Marked, quizRoutes as routes } from '#contract/outreach'
import { Button, Choices } from '../../services/kit/button.tsx'
import { call, freshKey, Problem } from '../../shared/api.ts'
import { Frame, type PageProps } from '../frame/frame.tsx'
import { useAnswer } from '../law/use-answer.ts'
import { ResultPage } from './result-page.tsx'
import { quizTexts } from './texts.ts'

interface Props extends PageProps {
  readonly back: () => void
}

/** 学法测验 at the terminal: one question a page, marked at the end with the articles. No card; nobody is asked who he is. */
export default function QuizPage({ kiosk, send, back }: Props) {
  const t = quizTexts.useTexts()
  const [id, setId] = useState<string>()
  const hall = useAnswer(() => call(routes.quizHall))
  if (id !== undefined) return <OneQuiz kiosk={kiosk} send={send} id={id} back={() => setId(undefined)} />
  // Before and after a lesson are paired by a telephone of one's own; a terminal is everybody's.
  const open = (hall.value?.quizzes ?? []).filter(({ shape }) => shape === 'once').slice(0, 5)
  return (
    <Frame kiosk={kiosk} send={send} title={t('title')} say="quiz" back={back}>
      {hall.failed ? <p role="alert">{t('failed')}</p> : null}
      {hall.value === undefined && !hall.failed ? <p role="status">{t('loading')}</p> : null}
      {hall.value !== undefined && open.length === 0 ? <p role="status">{t('none')}</p> : null}
      <Choices
        choices={open.map(quiz => ({
          key: quiz.id,
          label: quiz.title,
          detail: t('line', { count: quiz.items, audience: t(`for.${quiz.audience}`) }),
        }))}
        onChoose={setId}
      />
    </Frame>
  )
}

function OneQuiz({ kiosk, send, id, back }: Props & { id: string }) {
  const t = quizTexts.useTexts()
  const { value, failed } = useAnswer(() => call(routes.openQuiz, { params: { id } }))
  const items = value?.items ?? []
  const [answers, setAnswers] = useState<readonly Chosen[]>([])
  const [marked, setMarked] = useState<Marked>()
  const [problem, setProblem] = useState<Problem>()
  // One sheet of whoever stands here: the next person has a mark of his own.
  const [sheet] = useState(() => ({ participant: freshKey(), key: freshKey() }))
  const hand = (all: readonly Chosen[]) => {
    setProblem(undefined)
    const body = { round: 'once' as const, participant: sheet.participant, answers: [...all] }
    call(routes.answerQuiz, { params: { id }, body, idempotencyKey: sheet.key }).then(setMarked, error =>
      setProblem(error instanceof Problem ? error : undefined),
    )
  }
  const choose = (item: Asked, chosen: number) => {
    const all = [...answers, { item: item.id, chosen }]
    setAnswers(all)
    if (all.length === items.length) hand(all)
  }
  if (marked) return <ResultPage kiosk={kiosk} send={send} marked={marked} back={back} />
  const item = items[answers.length]
  if (!item)
    return (
      <Frame kiosk={kiosk} send={send} title={t('title')} say={null} back={back}>
        {failed ? <p role="alert">{t('failed')}</p> : null}
        {problem ? (
          <>
            <p role="alert">
              {problem.title} {problem.next}
            </p>
            <Button onPress={() => hand(answers)}>{t('again')}</Button>
          </>
        ) : null}
        {failed || problem ? null : <p role="status">{t('loading')}</p>}
      </Frame>
    )
  return (
    <Frame
      key={item.id}
      kiosk={kiosk}
      send={send}
      title={item.question}
      say={answers.length === 0 ? 'quizAsk' : null}
      progress={{ number: answers.length + 1, of: items.length }}
      back={() => (answers.length === 0 ? back() : setAnswers(answers.slice(0, -1)))}
    >
      <Choices
        choices={item.options.map((option, n) => ({ key: String(n), label: option }))}
        onChoose={key => choose(item, Number(key))}
      />
    </Frame>
  )
}

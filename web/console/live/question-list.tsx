import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type LiveDeskLine, liveRoutes as routes } from '#contract/outreach'
import { call } from '../../shared/api.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { texts } from './texts.ts'
import { liveKey } from './use-live.ts'

/** 审看提问: nothing is shown before this. */
export function QuestionList({ item }: { item: LiveDeskLine }) {
  const t = texts.useTexts()
  const queries = useQueryClient()
  const decide = useMutation({
    mutationFn: ({ question, state }: { question: string; state: 'shown' | 'hidden' }) =>
      call(routes.decideQuestion, { params: { id: item.id, question }, body: { state } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: liveKey }),
  })
  const waiting = item.questions.filter(({ state }) => state === 'waiting').length
  return (
    <>
      <h3>{t('questions', { count: waiting })}</h3>
      {item.questions.length === 0 ? <p className="quiet">{t('noQuestions')}</p> : null}
      <ul className="live-questions">
        {item.questions.map(({ id: question, words, state }) => (
          <li key={question}>
            <span>
              {words} <span className="quiet small">{t(state)}</span>
            </span>
            {state === 'shown' ? null : (
              <Button size="small" onClick={() => decide.mutate({ question, state: 'shown' })}>
                {t('show')}
              </Button>
            )}
            {state === 'hidden' ? null : (
              <Button size="small" onClick={() => decide.mutate({ question, state: 'hidden' })}>
                {t('hide')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {decide.isError ? <FailedToLoad error={decide.error} retry={() => decide.reset()} /> : null}
    </>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { audienceWords, quizRoutes as routes } from '#contract/outreach'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useTowns } from '../app/use-towns.ts'
import { ItemChoice } from './item-choice.tsx'
import { texts } from './texts.ts'
import { quizzesKey } from './use-quiz.ts'

type Audience = keyof typeof audienceWords
const audiences = Object.keys(audienceWords) as Audience[]
const shapes = ['once', 'beforeAfter'] as const
const empty = {
  title: '',
  audience: 'retailer' as Audience,
  shape: 'once' as (typeof shapes)[number],
  towns: [] as string[],
  items: [] as string[],
  beginsOn: '',
  endsOn: '',
}

export function BeginForm() {
  const t = texts.useTexts()
  const language = useLanguage()
  const id = useId()
  const queries = useQueryClient()
  const towns = useTowns()
  const [quiz, setQuiz] = useState(empty)
  const begin = useMutation({
    mutationFn: () => call(routes.beginQuiz, { body: quiz }),
    onSuccess: () => {
      setQuiz(empty)
      return queries.invalidateQueries({ queryKey: quizzesKey })
    },
  })
  const whole = quiz.title.trim().length > 1 && quiz.items.length >= 3 && quiz.beginsOn !== '' && quiz.endsOn !== ''
  return (
    <section className="card quiz-form">
      <h2>{t('begin')}</h2>
      <div className="field">
        <label htmlFor={`${id}-title`}>{t('name')}</label>
        <Input
          id={`${id}-title`}
          maxLength={60}
          value={quiz.title}
          onChange={event => setQuiz({ ...quiz, title: event.target.value })}
        />
      </div>
      <fieldset className="field">
        <legend>{t('audience')}</legend>
        <Radio.Group
          value={quiz.audience}
          onChange={event => setQuiz({ ...quiz, audience: event.target.value as Audience, items: [] })}
          options={audiences.map(value => ({
            value,
            label: pick(audienceWords[value].zh, audienceWords[value].en, language),
          }))}
        />
      </fieldset>
      <fieldset className="field">
        <legend>{t('shape')}</legend>
        <Radio.Group
          value={quiz.shape}
          onChange={event => setQuiz({ ...quiz, shape: event.target.value as (typeof shapes)[number] })}
          options={shapes.map(value => ({ value, label: t(value) }))}
        />
      </fieldset>
      <div className="field">
        <label htmlFor={`${id}-towns`}>{t('towns')}</label>
        <Select
          id={`${id}-towns`}
          aria-label={t('towns')}
          mode="multiple"
          className="quiz-items"
          value={quiz.towns}
          onChange={chosen => setQuiz({ ...quiz, towns: chosen })}
          options={towns.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </div>
      <ItemChoice audience={quiz.audience} value={quiz.items} change={items => setQuiz({ ...quiz, items })} />
      <div className="quiz-basis">
        {(['beginsOn', 'endsOn'] as const).map(name => (
          <div key={name} className="field">
            <label htmlFor={`${id}-${name}`}>{t(name)}</label>
            <Input
              id={`${id}-${name}`}
              type="date"
              className="day-field"
              value={quiz[name]}
              onChange={event => setQuiz({ ...quiz, [name]: event.target.value })}
            />
          </div>
        ))}
      </div>
      <div>
        <Button type="primary" disabled={!whole} loading={begin.isPending} onClick={() => begin.mutate()}>
          {t('start')}
        </Button>
      </div>
      {begin.isError ? <FailedToLoad error={begin.error} retry={() => begin.mutate()} /> : null}
    </section>
  )
}

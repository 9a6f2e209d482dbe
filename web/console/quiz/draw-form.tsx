import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Radio } from 'antd'
import { useId, useState } from 'react'
import { surveyRoutes as routes } from '#contract/outreach'
import { call } from '../../shared/api.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { ItemChoice } from './item-choice.tsx'
import { texts } from './texts.ts'
import { surveysKey } from './use-quiz.ts'

const whom = ['holders', 'residents'] as const
const empty = {
  title: '',
  respondents: 'holders' as (typeof whom)[number],
  perUnit: 1,
  sample: 120,
  items: [] as string[],
  endsOn: '',
}
const numberIn = (text: string, most: number) => Math.min(most, Number(text.replace(/\D/gu, '')) || 0)

/** 抽样开调查: how many, whom, which questions; the machine draws. */
export function DrawForm() {
  const t = texts.useTexts()
  const id = useId()
  const queries = useQueryClient()
  const [plan, setPlan] = useState(empty)
  const draw = useMutation({
    mutationFn: () => call(routes.drawSurvey, { body: plan }),
    onSuccess: () => {
      setPlan(empty)
      return queries.invalidateQueries({ queryKey: surveysKey })
    },
  })
  const whole =
    plan.title.trim().length > 1 &&
    plan.items.length >= 3 &&
    plan.sample >= 10 &&
    plan.perUnit >= 1 &&
    plan.endsOn !== ''
  return (
    <section className="card quiz-form">
      <h2>{t('draw')}</h2>
      <div className="field">
        <label htmlFor={`${id}-title`}>{t('name')}</label>
        <Input
          id={`${id}-title`}
          maxLength={60}
          value={plan.title}
          onChange={event => setPlan({ ...plan, title: event.target.value })}
        />
      </div>
      <fieldset className="field">
        <legend>{t('respondents')}</legend>
        <Radio.Group
          value={plan.respondents}
          onChange={event => setPlan({ ...plan, respondents: event.target.value as (typeof whom)[number] })}
          options={whom.map(value => ({ value, label: t(value) }))}
        />
      </fieldset>
      {plan.respondents === 'residents' ? <p className="quiet small">{t('residents.help')}</p> : null}
      <div className="quiz-basis">
        <div className="field">
          <label htmlFor={`${id}-sample`}>{t('sample')}</label>
          <Input
            id={`${id}-sample`}
            inputMode="numeric"
            className="quiz-number"
            value={String(plan.sample)}
            onChange={event => setPlan({ ...plan, sample: numberIn(event.target.value, 5000) })}
          />
        </div>
        {plan.respondents === 'residents' ? (
          <div className="field">
            <label htmlFor={`${id}-per`}>{t('perUnit')}</label>
            <Input
              id={`${id}-per`}
              inputMode="numeric"
              className="quiz-number"
              value={String(plan.perUnit)}
              onChange={event => setPlan({ ...plan, perUnit: numberIn(event.target.value, 20) })}
            />
          </div>
        ) : null}
        <div className="field">
          <label htmlFor={`${id}-ends`}>{t('endsOn')}</label>
          <Input
            id={`${id}-ends`}
            type="date"
            className="day-field"
            value={plan.endsOn}
            onChange={event => setPlan({ ...plan, endsOn: event.target.value })}
          />
        </div>
      </div>
      <ItemChoice value={plan.items} change={items => setPlan({ ...plan, items })} />
      <div>
        <Button type="primary" disabled={!whole} loading={draw.isPending} onClick={() => draw.mutate()}>
          {t('drawDo')}
        </Button>
      </div>
      {draw.isError ? <FailedToLoad error={draw.error} retry={() => draw.mutate()} /> : null}
    </section>
  )
}

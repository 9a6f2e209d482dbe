import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Radio } from 'antd'
import { useState } from 'react'
import { type Asked, surveyRoutes as routes, type SurveyUnit } from '#contract/outreach'
import { call } from '../../shared/api.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { texts } from './texts.ts'
import { surveysKey } from './use-quiz.ts'

const outcomes = ['answered', 'refused', 'unreached'] as const
const ways = ['phone', 'visit'] as const
interface Props {
  readonly surveyId: string
  readonly unit: SurveyUnit
  readonly items: readonly Asked[]
  readonly done: () => void
}

/** One conversation: answered question by question, or why there is no answer. */
export function AnswerForm({ surveyId, unit, items, done }: Props) {
  const t = texts.useTexts()
  const queries = useQueryClient()
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>('answered')
  const [way, setWay] = useState<(typeof ways)[number]>('phone')
  const [chosen, setChosen] = useState<Readonly<Record<string, number>>>({})
  const [missing, setMissing] = useState(false)
  const answers = outcome === 'answered' ? items.map(({ id }) => ({ item: id, chosen: chosen[id] ?? 0 })) : []
  const note = useMutation({
    mutationFn: () =>
      call(routes.noteUnit, { params: { id: surveyId, licenceNo: unit.licenceNo }, body: { outcome, way, answers } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['surveyUnits', surveyId] })
      await queries.invalidateQueries({ queryKey: surveysKey })
      done()
    },
  })
  const send = () => {
    const open = outcome === 'answered' && items.some(({ id }) => chosen[id] === undefined)
    setMissing(open)
    if (!open) note.mutate()
  }
  return (
    <div className="quiz-answers">
      <Radio.Group
        aria-label={t('way')}
        value={way}
        onChange={event => setWay(event.target.value as (typeof ways)[number])}
        options={ways.map(value => ({ value, label: t(value) }))}
      />
      <Radio.Group
        aria-label={t('state')}
        value={outcome}
        onChange={event => setOutcome(event.target.value as (typeof outcomes)[number])}
        options={outcomes.map(value => ({ value, label: t(value) }))}
      />
      {outcome === 'answered'
        ? items.map(item => (
            <fieldset key={item.id} className="field">
              <legend>{item.question}</legend>
              <Radio.Group
                value={chosen[item.id]}
                onChange={event => setChosen({ ...chosen, [item.id]: event.target.value as number })}
                options={item.options.map((label, value) => ({ value, label }))}
              />
            </fieldset>
          ))
        : null}
      {missing ? (
        <p className="missing" role="alert">
          {t('noteMissing')}
        </p>
      ) : null}
      <Button type="primary" loading={note.isPending} onClick={send}>
        {t('note')}
      </Button>
      {note.isError ? <FailedToLoad error={note.error} retry={send} /> : null}
    </div>
  )
}

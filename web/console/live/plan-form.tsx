import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { liveRoutes as routes } from '#contract/outreach'
import { instruments } from '#kernel/citation'
import { call } from '../../shared/api.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { texts } from './texts.ts'
import { liveKey } from './use-live.ts'

const empty = { title: '', speaker: '', about: '', startsAt: '', instrument: 'ZMF', article: '' }
const lines = ['title', 'speaker', 'about'] as const
const labels = { title: 'name', speaker: 'speaker', about: 'about' } as const
const longest = { title: 60, speaker: 40, about: 400 } as const

export function PlanForm() {
  const t = texts.useTexts()
  const id = useId()
  const queries = useQueryClient()
  const [fields, setFields] = useState(empty)
  const plan = useMutation({
    mutationFn: () => {
      const { title, speaker, about, startsAt, instrument, article } = fields
      const cites = [{ instrument, article: Number(article) }]
      // The field gives the time of the wall; the county keeps Beijing time wherever the machine stands.
      return call(routes.planBroadcast, { body: { title, speaker, about, startsAt: `${startsAt}:00+08:00`, cites } })
    },
    onSuccess: () => {
      setFields(empty)
      return queries.invalidateQueries({ queryKey: liveKey })
    },
  })
  const whole =
    fields.title.trim().length > 1 &&
    fields.speaker.trim() !== '' &&
    fields.about.trim().length > 3 &&
    fields.startsAt !== '' &&
    Number(fields.article) > 0
  return (
    <section className="card live-form">
      <h2>{t('plan')}</h2>
      {lines.map(name => (
        <div key={name} className="field">
          <label htmlFor={`${id}-${name}`}>{t(labels[name])}</label>
          <Input
            id={`${id}-${name}`}
            maxLength={longest[name]}
            value={fields[name]}
            onChange={event => setFields({ ...fields, [name]: event.target.value })}
          />
        </div>
      ))}
      <div className="live-steps">
        <label htmlFor={`${id}-starts`}>{t('startsAt')}</label>
        <Input
          id={`${id}-starts`}
          type="datetime-local"
          className="live-moment"
          value={fields.startsAt}
          onChange={event => setFields({ ...fields, startsAt: event.target.value })}
        />
        <label htmlFor={`${id}-instrument`}>{t('instrument')}</label>
        <Select
          id={`${id}-instrument`}
          aria-label={t('instrument')}
          className="live-statute"
          showSearch={{ optionFilterProp: 'label' }}
          value={fields.instrument}
          onChange={instrument => setFields({ ...fields, instrument })}
          options={Object.entries(instruments).map(([value, { title }]) => ({ value, label: title }))}
        />
        <label htmlFor={`${id}-article`}>{t('article')}</label>
        <Input
          id={`${id}-article`}
          inputMode="numeric"
          className="live-number"
          maxLength={3}
          value={fields.article}
          onChange={event => setFields({ ...fields, article: event.target.value.replace(/\D/gu, '') })}
        />
      </div>
      <div>
        <Button type="primary" disabled={!whole} loading={plan.isPending} onClick={() => plan.mutate()}>
          {t('save')}
        </Button>
      </div>
      {plan.isError ? <FailedToLoad error={plan.error} retry={() => plan.mutate()} /> : null}
    </section>
  )
}

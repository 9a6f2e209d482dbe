import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { type LiveDeskLine, type ProgrammeInput, liveRoutes as routes } from '#contract/outreach'
import { call } from '../../shared/api.ts'
import { CitesField } from '../app/cites-field.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { texts } from './texts.ts'
import { liveKey } from './use-live.ts'

const empty: ProgrammeInput = {
  ...{ title: '', speaker: '', about: '', startsAt: '' },
  cites: [{ instrument: 'ZMF', article: 0 }],
}
const lines = ['title', 'speaker', 'about'] as const
const labels = { title: 'name', speaker: 'speaker', about: 'about' } as const
const longest = { title: 60, speaker: 40, about: 400 } as const

/** The field gives and takes the time of the wall; the county keeps Beijing time wherever the machine stands. */
const wallOf = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString().slice(0, 16)

const fieldsOf = ({ title, speaker, about, startsAt, cites }: LiveDeskLine): ProgrammeInput => ({
  ...{ title, speaker, about, startsAt: wallOf(startsAt) },
  cites: [...cites],
})

/** A class: a new one, or a planned one that is being changed. */
export function PlanForm({ item, done }: { item?: LiveDeskLine; done?: () => void }) {
  const t = texts.useTexts()
  const id = useId()
  const queries = useQueryClient()
  const [fields, setFields] = useState(item ? fieldsOf(item) : empty)
  const save = useMutation({
    mutationFn: async () => {
      const programme = { ...fields, startsAt: `${fields.startsAt}:00+08:00` }
      if (!item) return void (await call(routes.planBroadcast, { body: programme }))
      const body = { event: 'edit' as const, version: item.version, fields: programme }
      await call(routes.stepBroadcast, { params: { id: item.id }, body })
    },
    onSuccess: () => {
      if (!item) setFields(empty)
      done?.()
      return queries.invalidateQueries({ queryKey: liveKey })
    },
  })
  const whole =
    fields.title.trim().length > 1 &&
    fields.speaker.trim() !== '' &&
    fields.about.trim().length > 3 &&
    fields.startsAt !== '' &&
    fields.cites.every(({ article }) => article > 0)
  const head = t(item ? 'edit' : 'plan')
  return (
    <section className="card live-form" aria-label={item ? `${head} ${item.title}` : head}>
      <h2>{head}</h2>
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
      </div>
      <CitesField
        cites={fields.cites}
        set={cites => setFields({ ...fields, cites: cites.map(cite => ({ ...cite })) })}
      />
      <div className="step-buttons">
        <Button type="primary" disabled={!whole} loading={save.isPending} onClick={() => save.mutate()}>
          {t(item ? 'saveEdit' : 'save')}
        </Button>
        {done ? <Button onClick={done}>{t('cancelEdit')}</Button> : null}
      </div>
      {save.isError ? <FailedToLoad error={save.error} retry={() => save.mutate()} /> : null}
    </section>
  )
}

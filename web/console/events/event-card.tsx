import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, QRCode } from 'antd'
import { useId, useState } from 'react'
import { type EventLine, eventKinds, eventRoutes as routes } from '#contract/outreach'
import { call } from '../../shared/api.ts'
import { formatDay } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { texts } from './texts.ts'
import { eventsKey, reachKey } from './use-events.ts'

/** A planned event: when and where, its poster, and what becomes of it. */
export function EventCard({ event }: { event: EventLine }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const kind = eventKinds[event.kind]
  return (
    <section className="card events-card" id={event.id} aria-label={`${event.title} ${event.id}`}>
      <h2>{event.title}</h2>
      <p>
        {t('when', {
          day: formatDay(event.plannedOn, language),
          time: event.startsAt,
          place: event.place,
        })}
      </p>
      <p className="quiet small">
        {pick(kind.zh, kind.en, language)} · {event.id}
        {event.materials.length > 0 ? ` · ${t('materials')}：${event.materials.join('、')}` : ''}
      </p>
      <Poster event={event} />
      <Steps event={event} />
    </section>
  )
}

function Poster({ event }: { event: EventLine }) {
  const t = texts.useTexts()
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={change => setOpen(change.currentTarget.open)}>
      <summary>{t('poster')}</summary>
      {open ? (
        <div className="events-poster">
          <QRCode value={`${location.origin}/e/${event.code}`} size={220} type="svg" />
          <p>
            <strong>{event.title}</strong>
          </p>
          <p>{t('poster.help')}</p>
          <p className="one-time-code">{event.code}</p>
        </div>
      ) : null}
    </details>
  )
}

function Steps({ event }: { event: EventLine }) {
  const t = texts.useTexts()
  const id = useId()
  const queries = useQueryClient()
  const [heads, setHeads] = useState('')
  const [note, setNote] = useState('')
  const [day, setDay] = useState(event.plannedOn)
  const step = useMutation({
    mutationFn: (kind: 'move' | 'hold' | 'cancel') =>
      call(routes.stepEvent, {
        params: { id: event.id },
        body: {
          event: kind,
          version: event.version,
          ...(kind === 'hold' && heads !== '' ? { heads: Number(heads) } : {}),
          ...(kind === 'move' ? { plannedOn: day } : {}),
          note,
        },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: eventsKey })
      await queries.invalidateQueries({ queryKey: reachKey })
    },
  })
  return (
    <>
      <div className="events-fields">
        <div className="field">
          <label htmlFor={`${id}-heads`}>{t('hold.heads')}</label>
          <Input
            id={`${id}-heads`}
            inputMode="numeric"
            value={heads}
            onChange={change => setHeads(change.target.value.replace(/\D/gu, '').slice(0, 4))}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-note`}>{t('note')}</label>
          <Input id={`${id}-note`} maxLength={300} value={note} onChange={change => setNote(change.target.value)} />
        </div>
        <div className="field">
          <label htmlFor={`${id}-day`}>{t('day')}</label>
          <Input
            id={`${id}-day`}
            type="date"
            className="day-field"
            value={day}
            onChange={change => setDay(change.target.value)}
          />
        </div>
      </div>
      <div className="step-buttons">
        <Button type="primary" loading={step.isPending} onClick={() => step.mutate('hold')}>
          {t('hold')}
        </Button>
        <Button disabled={day === event.plannedOn} onClick={() => step.mutate('move')}>
          {t('move')}
        </Button>
        <Button onClick={() => step.mutate('cancel')}>{t('cancel')}</Button>
      </div>
      {step.isError ? <FailedToLoad error={step.error} retry={() => step.reset()} /> : null}
    </>
  )
}

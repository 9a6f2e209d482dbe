import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import {
  type PlaceEvent,
  placeLabels,
  placeMoves,
  placeSources,
  schoolCampaignRoutes as routes,
  type SchoolBoard,
  type SchoolPlace,
} from '#contract/credit'
import { call } from '../../shared/api.ts'
import { formatDayShort } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { mayUse } from '../app/permissions.ts'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import { PlaceForm } from './place-form.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly board: SchoolBoard
  readonly fresh: (next: SchoolBoard) => void
}

/** 无证售卖点: reported, looked at, handed to the agency that punishes. */
export function Places({ board, fresh }: Props) {
  const t = texts.useTexts()
  const may = mayUse(routes.reportPlace, useStaff())
  const [reporting, setReporting] = useState(false)
  const openOnes = board.places.filter(({ state }) => state !== 'stopped' && state !== 'unfounded').length
  return (
    <section className="card" id="places" aria-label={t('places')}>
      <div className="page-head">
        <h2>{t('places.count', { open: openOnes, all: board.places.length })}</h2>
        {may && !reporting ? <Button onClick={() => setReporting(true)}>{t('places.report')}</Button> : null}
      </div>
      {reporting ? (
        <PlaceForm
          close={() => setReporting(false)}
          fresh={next => {
            setReporting(false)
            fresh(next)
          }}
        />
      ) : null}
      {board.places.map(place => (
        <Place key={place.id} place={place} fresh={fresh} />
      ))}
      {board.placeLaw.map(({ zh, basis }) => (
        <p key={basis} className="quiet small">
          {zh}（{basis}）
        </p>
      ))}
    </section>
  )
}

function Place({ place, fresh }: { place: SchoolPlace; fresh: (next: SchoolBoard) => void }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const may = mayUse(routes.stepPlace, useStaff())
  const [step, setStep] = useState<PlaceEvent>()
  const state = placeLabels[place.state]
  const source = placeSources[place.source]
  return (
    <article id={place.id} className="school-place">
      <p>
        <strong>{place.address}</strong> <span className="flag">{pick(state.zh, state.en, language)}</span>
      </p>
      <p>{place.what}</p>
      <p className="quiet small">
        {place.id} · {place.town} · {pick(source.zh, source.en, language)} ·{' '}
        {formatDayShort(place.reportedOn, language)}
        {place.agency === null ? '' : ` · ${t('agency.of', { agency: place.agency })}`}
      </p>
      <ul className="plain-list small">
        {place.events.slice(1).map(event => (
          <li key={event.at + event.event}>
            {formatDayShort(event.at, language)} {t(`event.${event.event as PlaceEvent}`)} · {event.by} · {event.note}
          </li>
        ))}
      </ul>
      {may && step === undefined ? (
        <div className="step-buttons">
          {(Object.keys(placeMoves[place.state]) as PlaceEvent[]).map(event => (
            <Button key={event} size="small" onClick={() => setStep(event)}>
              {t(`event.${event}`)}
            </Button>
          ))}
        </div>
      ) : null}
      {step === undefined ? null : (
        <StepForm place={place} event={step} close={() => setStep(undefined)} fresh={fresh} />
      )}
    </article>
  )
}

interface StepProps {
  readonly place: SchoolPlace
  readonly event: PlaceEvent
  readonly close: () => void
  readonly fresh: (next: SchoolBoard) => void
}

function StepForm({ place, event, close, fresh }: StepProps) {
  const t = texts.useTexts()
  const id = useId()
  const [note, setNote] = useState('')
  const [agency, setAgency] = useState(event === 'refer' ? t('regulator') : '')
  const send = useMutation({
    mutationFn: () =>
      call(routes.stepPlace, {
        params: { id: place.id },
        body: { version: place.version, event, agency: event === 'refer' ? agency : null, note },
      }),
    onSuccess: next => {
      close()
      fresh(next)
    },
  })
  return (
    <div className="step-form">
      {event === 'refer' ? (
        <div className="field">
          <label htmlFor={`${id}-agency`}>{t('agency')}</label>
          <Input
            id={`${id}-agency`}
            maxLength={60}
            value={agency}
            onChange={change => setAgency(change.target.value)}
          />
        </div>
      ) : null}
      <div className="field">
        <label htmlFor={`${id}-note`}>{t('note')}</label>
        <Input id={`${id}-note`} maxLength={300} value={note} onChange={change => setNote(change.target.value)} />
      </div>
      <div className="step-buttons">
        <Button type="primary" disabled={note.trim() === ''} loading={send.isPending} onClick={() => send.mutate()}>
          {t(`event.${event}`)}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
      <Refused error={send.error} />
    </div>
  )
}

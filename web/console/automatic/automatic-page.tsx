import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { type AutomaticStop, automaticRoutes as routes, type ServiceCode, services } from '#contract/licensing'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad, PageFailed } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { texts } from './texts.ts'

const key = ['automaticStops'] as const

/** 自动准予: what the machine grants now, and the switch that stops it from the next application on. */
export function AutomaticPage() {
  const t = texts.useTexts()
  const staff = useStaff()
  const list = useQuery({ queryKey: key, queryFn: ({ signal }) => call(routes.listStops, { signal }) })
  if (list.isError) return <PageFailed error={list.error} retry={() => void list.refetch()} />
  if (list.isPending) return <Loading />
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
      </div>
      <p>{t('question')}</p>
      <p className="quiet">
        {t('intro')} {t('never')}
      </p>
      {list.data.items.length === 0 ? <p>● {t('running')}</p> : null}
      {list.data.items.map(stop => (
        <StopCard key={stop.id} stop={stop} />
      ))}
      {mayUse(routes.stopAutomatic, staff) ? <StopForm /> : null}
    </div>
  )
}

function StopCard({ stop }: { stop: AutomaticStop }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const queries = useQueryClient()
  const end = useMutation({
    mutationFn: () => call(routes.endStop, { params: { id: stop.id } }),
    onSuccess: fresh => queries.setQueryData(key, fresh),
  })
  const allowed = mayUse(routes.endStop, useStaff())
  return (
    <section className="card">
      <h2>▲ {t('stopped', { service: pick(stop.serviceLabel, stop.serviceLabelEn, language) })}</h2>
      <p>{t('since', { at: formatInstant(stop.stoppedAt, language), by: stop.stoppedBy, reason: stop.reason })}</p>
      <Button disabled={!allowed} loading={end.isPending} onClick={() => end.mutate()}>
        {t('resume')}
      </Button>
      {allowed ? null : <p className="quiet small">{t('resumeHead')}</p>}
      {end.isError ? <FailedToLoad error={end.error} retry={() => end.mutate()} /> : null}
    </section>
  )
}

const all = 'all'
const automatic = Object.values(services).filter(service => service.automatic)

function StopForm() {
  const t = texts.useTexts()
  const language = useLanguage()
  const id = useId()
  const queries = useQueryClient()
  const [service, setService] = useState<string>(all)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const stop = useMutation({
    mutationFn: () =>
      call(routes.stopAutomatic, { body: { service: service === all ? null : (service as ServiceCode), reason } }),
    onSuccess: fresh => {
      setReason('')
      queries.setQueryData(key, fresh)
    },
  })
  const send = () => {
    setMissing(reason.trim() === '')
    if (reason.trim() !== '') stop.mutate()
  }
  return (
    <section className="card">
      <div className="field">
        <label htmlFor={`${id}-service`}>{t('which')}</label>
        <Select
          id={`${id}-service`}
          aria-label={t('which')}
          value={service}
          onChange={setService}
          options={[
            { value: all, label: t('all') },
            ...automatic.map(({ code, name }) => ({ value: code, label: pick(name.zh, name.en, language) })),
          ]}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-reason`}>{t('reason')}</label>
        <Input.TextArea
          id={`${id}-reason`}
          rows={2}
          maxLength={300}
          value={reason}
          onChange={event => setReason(event.target.value)}
        />
      </div>
      {missing ? (
        <p className="missing" role="alert">
          {t('reasonMissing')}
        </p>
      ) : null}
      <Button danger loading={stop.isPending} onClick={send}>
        {t('stop')}
      </Button>
      {stop.isError ? <FailedToLoad error={stop.error} retry={send} /> : null}
    </section>
  )
}

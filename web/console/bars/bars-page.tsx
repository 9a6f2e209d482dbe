import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { type PersonBar, personBarRoutes as routes } from '#contract/licensing'
import { call } from '../../shared/api.ts'
import { formatDay } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad, PageFailed } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { BarForm } from './bar-form.tsx'
import './bars.css'
import { barsKey } from './key.ts'
import { texts } from './texts.ts'

/** 人的不良记录: what stands and by which document; recorded and lifted by 法制 and the head. */
export function BarsPage() {
  const t = texts.useTexts()
  const staff = useStaff()
  const list = useQuery({ queryKey: barsKey, queryFn: ({ signal }) => call(routes.listPersonBars, { signal }) })
  if (list.isError) return <PageFailed error={list.error} retry={() => void list.refetch()} />
  if (list.isPending) return <Loading />
  return (
    <div className="page bars-page">
      <div className="page-head">
        <h1>{t('title')}</h1>
      </div>
      <p>{t('question')}</p>
      <p className="quiet">{t('intro')}</p>
      {list.data.items.length === 0 ? <p>{t('none')}</p> : null}
      {list.data.items.map(bar => (
        <BarCard key={bar.id} bar={bar} />
      ))}
      {mayUse(routes.recordPersonBar, staff) ? <BarForm /> : null}
    </div>
  )
}

function BarCard({ bar }: { bar: PersonBar }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const [since, until] = [formatDay(bar.since, language), formatDay(bar.until, language)]
  return (
    <section className="card">
      <h2>{pick(bar.label, bar.labelEn, language)}</h2>
      {bar.nameMasked === null ? null : <p>{t('who', { name: bar.nameMasked, id: bar.idNoMasked ?? '' })}</p>}
      <p>{t('line', { source: bar.source, since, until })}</p>
      {bar.basis === '' ? null : <p>{bar.basis}</p>}
      <p className="quiet small">{bar.by === null ? t('fromElsewhere') : t('by', { by: bar.by })}</p>
      {bar.endedOn === null ? (
        <LiftForm id={bar.id} />
      ) : (
        <p>{t('lifted', { on: formatDay(bar.endedOn, language), reason: bar.endReason ?? '' })}</p>
      )}
    </section>
  )
}

function LiftForm({ id }: { id: string }) {
  const t = texts.useTexts()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const lift = useMutation({
    mutationFn: () => call(routes.endPersonBar, { params: { id }, body: { reason } }),
    onSuccess: fresh => queries.setQueryData(barsKey, fresh),
  })
  if (!mayUse(routes.endPersonBar, useStaff())) return null
  const send = () => {
    setMissing(reason.trim() === '')
    if (reason.trim() !== '') lift.mutate()
  }
  return (
    <>
      <div className="field">
        <label htmlFor={`lift-${id}`}>{t('reason')}</label>
        <Input id={`lift-${id}`} maxLength={300} value={reason} onChange={event => setReason(event.target.value)} />
      </div>
      {missing ? (
        <p className="missing" role="alert">
          {t('reasonMissing')}
        </p>
      ) : null}
      <Button loading={lift.isPending} onClick={send}>
        {t('lift')}
      </Button>
      {lift.isError ? <FailedToLoad error={lift.error} retry={send} /> : null}
    </>
  )
}

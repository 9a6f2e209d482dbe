import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { schoolCampaignRoutes as routes, type SchoolBoard, type SchoolCampaign } from '#contract/credit'
import { call } from '../../shared/api.ts'
import { formatDayShort } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { PageFailed } from '../app/problem-alert.tsx'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import { CampaignForm } from './campaign-form.tsx'
import './schools.css'
import { texts } from './texts.ts'
import { useSchoolBoard } from './use-board.ts'

/** 专项行动: who took part, what it began with and what it brought. */
export function CampaignsPage() {
  const t = texts.useTexts()
  const { board, fresh } = useSchoolBoard()
  const may = mayUse(routes.openCampaign, useStaff())
  const [opening, setOpening] = useState(false)
  if (board.isError) return <PageFailed error={board.error} retry={() => void board.refetch()} />
  if (board.isPending) return <Loading />
  return (
    <div className="page schools">
      <Link className="small" to="/schools">
        {t('back')}
      </Link>
      <div className="page-head">
        <h1>{t('campaigns.title')}</h1>
        {may && !opening ? (
          <Button type="primary" onClick={() => setOpening(true)}>
            {t('campaign.open')}
          </Button>
        ) : null}
      </div>
      {opening ? (
        <CampaignForm
          today={board.data.today}
          close={() => setOpening(false)}
          fresh={next => {
            setOpening(false)
            fresh(next)
          }}
        />
      ) : null}
      {board.data.campaigns.length === 0 ? <p className="quiet">{t('campaigns.none')}</p> : null}
      {board.data.campaigns.map(campaign => (
        <Campaign key={campaign.id} campaign={campaign} fresh={fresh} />
      ))}
    </div>
  )
}

function Campaign({ campaign, fresh }: { campaign: SchoolCampaign; fresh: (next: SchoolBoard) => void }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const may = mayUse(routes.closeCampaign, useStaff())
  const day = (text: string) => formatDayShort(text, language)
  return (
    <article className="card">
      <h2>{campaign.title}</h2>
      <p className="quiet">
        {campaign.id} · {day(campaign.fromOn)} – {day(campaign.toOn)} ·{' '}
        {campaign.closedAt === null ? t('campaign.running') : t('campaign.closed', { day: day(campaign.closedAt) })}
      </p>
      <p>{t('campaign.agencies', { list: campaign.agencies.join(language === 'zh' ? '、' : ', ') })}</p>
      <p>{t('campaign.goal', { goal: campaign.goal })}</p>
      <div className="school-counts">
        <Link to="/schools">
          {t('campaign.inside')}{' '}
          <strong>{t('campaign.from', { start: campaign.insideAtStart, now: campaign.insideNow })}</strong>
        </Link>
        <Link to="/schools" search={{ standing: 'persuaded' }}>
          {t('campaign.talks')} <strong>{campaign.talks}</strong>
        </Link>
        <Link to="/schools" search={{ standing: 'out' }}>
          {t('campaign.left')} <strong>{campaign.left}</strong>
        </Link>
        <Link to="/schools" hash="places">
          {t('campaign.stopped')} <strong>{campaign.placesStopped}</strong>
        </Link>
      </div>
      {campaign.summary === '' ? null : <p>{t('campaign.summary', { summary: campaign.summary })}</p>}
      {may && campaign.closedAt === null ? <CloseForm id={campaign.id} fresh={fresh} /> : null}
    </article>
  )
}

function CloseForm({ id: campaignId, fresh }: { id: string; fresh: (next: SchoolBoard) => void }) {
  const t = texts.useTexts()
  const id = useId()
  const [open, setOpen] = useState(false)
  const [summary, setSummary] = useState('')
  const send = useMutation({
    mutationFn: () => call(routes.closeCampaign, { params: { id: campaignId }, body: { summary } }),
    onSuccess: fresh,
  })
  if (!open) return <Button onClick={() => setOpen(true)}>{t('campaign.close')}</Button>
  return (
    <div className="step-form">
      <div className="field">
        <label htmlFor={`${id}-summary`}>{t('summary')}</label>
        <Input.TextArea
          id={`${id}-summary`}
          rows={3}
          maxLength={500}
          value={summary}
          onChange={event => setSummary(event.target.value)}
        />
      </div>
      <div className="step-buttons">
        <Button type="primary" disabled={summary.trim() === ''} loading={send.isPending} onClick={() => send.mutate()}>
          {t('campaign.close')}
        </Button>
        <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
      </div>
      <Refused error={send.error} />
    </div>
  )
}

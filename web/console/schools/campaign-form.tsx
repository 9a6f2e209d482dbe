import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { schoolCampaignRoutes as routes, type SchoolBoard } from '#contract/credit'
import { call } from '../../shared/api.ts'
import { Refused } from '../app/refused.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly today: string
  readonly close: () => void
  readonly fresh: (next: SchoolBoard) => void
}

/** 开始专项行动: title, days, goal, and the agencies by name. */
export function CampaignForm({ today, close, fresh }: Props) {
  const t = texts.useTexts()
  const id = useId()
  const [title, setTitle] = useState('')
  const [agencies, setAgencies] = useState('')
  const [goal, setGoal] = useState('')
  const [fromOn, setFromOn] = useState(today)
  const [toOn, setToOn] = useState('')
  const names = agencies
    .split(/[、\n，,]/u)
    .map(name => name.trim())
    .filter(Boolean)
  const send = useMutation({
    mutationFn: () => call(routes.openCampaign, { body: { title, agencies: names, goal, fromOn, toOn } }),
    onSuccess: fresh,
  })
  const missing = [title, goal, fromOn, toOn].some(text => text.trim() === '') || names.length === 0
  return (
    <section className="card step-form school-form" aria-label={t('campaign.open')}>
      <h2>{t('campaign.open')}</h2>
      <div className="field">
        <label htmlFor={`${id}-title`}>{t('campaign.name')}</label>
        <Input id={`${id}-title`} maxLength={60} value={title} onChange={event => setTitle(event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-agencies`}>{t('campaign.agencyList')}</label>
        <Input id={`${id}-agencies`} value={agencies} onChange={event => setAgencies(event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-goal`}>{t('goal')}</label>
        <Input.TextArea
          id={`${id}-goal`}
          rows={2}
          maxLength={300}
          value={goal}
          onChange={event => setGoal(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-from`}>{t('fromOn')}</label>
        <Input id={`${id}-from`} type="date" value={fromOn} onChange={event => setFromOn(event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-to`}>{t('toOn')}</label>
        <Input id={`${id}-to`} type="date" min={fromOn} value={toOn} onChange={event => setToOn(event.target.value)} />
      </div>
      <div className="step-buttons">
        <Button type="primary" disabled={missing} loading={send.isPending} onClick={() => send.mutate()}>
          {t('campaign.open')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
      <Refused error={send.error} />
    </section>
  )
}

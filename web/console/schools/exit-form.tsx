import { useMutation } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { exitWays, schoolCampaignRoutes as routes } from '#contract/credit'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { Refused } from '../app/refused.tsx'
import { cardTexts } from './card-texts.ts'
import type { StepProps } from './talk-form.tsx'

type Way = keyof typeof exitWays

/** 自愿退出: how, why and by when, in the holder's words. */
export function ExitForm({ own, close, fresh }: StepProps) {
  const t = cardTexts.useTexts()
  const language = useLanguage()
  const id = useId()
  const [way, setWay] = useState<Way>('close')
  const [reason, setReason] = useState('')
  const [by, setBy] = useState('')
  const send = useMutation({
    mutationFn: () =>
      call(routes.agreeExit, { params: { licenceNo: own.licenceNo }, body: { version: own.version, way, reason, by } }),
    onSuccess: fresh,
  })
  return (
    <div className="step-form school-form">
      <div className="field">
        <label htmlFor={`${id}-way`}>{t('way')}</label>
        <Select
          id={`${id}-way`}
          value={way}
          onChange={setWay}
          options={(Object.keys(exitWays) as Way[]).map(value => ({
            value,
            label: pick(exitWays[value].zh, exitWays[value].en, language),
          }))}
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
      <div className="field">
        <label htmlFor={`${id}-by`}>{t('by')}</label>
        <Input id={`${id}-by`} type="date" value={by} onChange={event => setBy(event.target.value)} />
      </div>
      <div className="step-buttons">
        <Button
          type="primary"
          disabled={reason.trim() === '' || by === ''}
          loading={send.isPending}
          onClick={() => send.mutate()}
        >
          {t('agree')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
      <Refused error={send.error} />
    </div>
  )
}

/** 改变主意: with the reason. */
export function RetractForm({ own, close, fresh }: StepProps) {
  const t = cardTexts.useTexts()
  const id = useId()
  const [reason, setReason] = useState('')
  const send = useMutation({
    mutationFn: () =>
      call(routes.retractExit, { params: { licenceNo: own.licenceNo }, body: { version: own.version, reason } }),
    onSuccess: fresh,
  })
  return (
    <div className="step-form school-form">
      <div className="field">
        <label htmlFor={`${id}-reason`}>{t('reason')}</label>
        <Input id={`${id}-reason`} maxLength={300} value={reason} onChange={event => setReason(event.target.value)} />
      </div>
      <div className="step-buttons">
        <Button type="primary" disabled={reason.trim() === ''} loading={send.isPending} onClick={() => send.mutate()}>
          {t('retract')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
      <Refused error={send.error} />
    </div>
  )
}

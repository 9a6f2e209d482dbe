import { useMutation } from '@tanstack/react-query'
import { Button, Input, Radio } from 'antd'
import { useId, useState } from 'react'
import { checklistItems, spotCheckRoutes as routes } from '#contract/licensing'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { mayUse } from '../app/permissions.ts'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import type { CardProps } from './spot-card.tsx'
import { texts } from './texts.ts'

type Mark = 'yes' | 'no' | 'none'
const results = ['qualified', 'flawed', 'unqualified'] as const

/** 评查卷宗: every item of the sheet, the result, and a corrective order where something is wrong. */
export function DossierForm({ item, fresh }: CardProps) {
  const t = texts.useTexts()
  const language = useLanguage()
  const id = useId()
  const may = mayUse(routes.reviewDossier, useStaff())
  const [checklist, setChecklist] = useState<Record<string, Mark>>({})
  const [result, setResult] = useState<(typeof results)[number]>('qualified')
  const [reason, setReason] = useState('')
  const [correctBy, setCorrectBy] = useState('')
  const send = useMutation({
    mutationFn: () =>
      call(routes.reviewDossier, {
        params: { id: item.id },
        body: { checklist, result, reason, correctBy: correctBy || null },
      }),
    onSuccess: fresh,
  })
  return (
    <>
      <div className="spot-checklist">
        {Object.entries(checklistItems).map(([key, { zh, en }]) => (
          <div key={key} className="spot-mark">
            <span id={`${id}-${key}`}>{pick(zh, en, language)}</span>
            <Radio.Group
              aria-labelledby={`${id}-${key}`}
              value={checklist[key]}
              onChange={event => setChecklist({ ...checklist, [key]: event.target.value as Mark })}
              options={(['yes', 'no', 'none'] as const).map(value => ({ value, label: t(`mark.${value}`) }))}
            />
          </div>
        ))}
      </div>
      <div className="field">
        <span id={`${id}-result`}>{t('result')}：</span>
        <Radio.Group
          aria-labelledby={`${id}-result`}
          value={result}
          onChange={event => setResult(event.target.value as (typeof results)[number])}
          options={results.map(value => ({ value, label: t(value) }))}
        />
      </div>
      {result === 'qualified' ? null : (
        <>
          <div className="field">
            <label htmlFor={`${id}-reason`}>{t('reason')}</label>
            <Input.TextArea
              id={`${id}-reason`}
              rows={2}
              maxLength={1000}
              value={reason}
              onChange={event => setReason(event.target.value)}
            />
          </div>
          <div className="field">
            <label htmlFor={`${id}-day`}>{t('correctBy')}</label>
            <Input
              id={`${id}-day`}
              type="date"
              className="day-field"
              value={correctBy}
              onChange={event => setCorrectBy(event.target.value)}
            />
          </div>
        </>
      )}
      <Button type="primary" disabled={!may} loading={send.isPending} onClick={() => send.mutate()}>
        {t('send')}
      </Button>
      <Refused error={send.error} />
    </>
  )
}

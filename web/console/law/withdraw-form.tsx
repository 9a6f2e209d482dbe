import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { editorRoutes, type StatuteLine } from '#contract/outreach'
import { call } from '../../shared/api.ts'
import { Refused } from '../app/refused.tsx'
import { Line } from './field-line.tsx'
import { texts } from './texts.ts'
import { useLawAct } from './use-library.ts'

/** 废止条目: from which day, where it says so, and why; another person releases it. */
export function WithdrawForm({ law }: { law: StatuteLine }) {
  const t = texts.useTexts()
  const navigate = useNavigate()
  const [fields, setFields] = useState({ effective: '', source: '', why: '' })
  const save = useLawAct(
    () => call(editorRoutes.draftWithdrawal, { params: { key: law.key }, body: fields }),
    () => void navigate({ to: '/law' }),
  )
  const set = (field: keyof typeof fields) => (value: string) => setFields({ ...fields, [field]: value })
  return (
    <form
      className="card"
      aria-label={t('withdraw')}
      onSubmit={event => {
        event.preventDefault()
        save.mutate(undefined)
      }}
    >
      <h2>{t('withdrawal.of', { title: law.title })}</h2>
      <p className="quiet">{t('withdraw.help')}</p>
      <Line label={t('effective.last')} type="date" value={fields.effective} set={set('effective')} />
      <Line label={t('source.ask')} value={fields.source} set={set('source')} />
      <Line label={t('why')} value={fields.why} set={set('why')} />
      <Refused error={save.error} />
      <Button
        type="primary"
        htmlType="submit"
        loading={save.isPending}
        disabled={Object.values(fields).some(v => v === '')}
      >
        {t('save')}
      </Button>
    </form>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Radio } from 'antd'
import { useId, useState } from 'react'
import { type BarKind, barKinds, holdLabels, personBarRoutes as routes } from '#contract/licensing'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { barsKey } from './key.ts'
import { texts } from './texts.ts'

const empty = { name: '', idNo: '', source: '', basis: '', since: '' }
const lines = ['name', 'idNo', 'source', 'basis', 'since'] as const

/** 登记一项: never without the document it stands on. */
export function BarForm() {
  const t = texts.useTexts()
  const language = useLanguage()
  const id = useId()
  const queries = useQueryClient()
  const [kind, setKind] = useState<BarKind>('unlicensedTwice')
  const [bar, setBar] = useState(empty)
  const [missing, setMissing] = useState(false)
  const record = useMutation({
    mutationFn: () => call(routes.recordPersonBar, { body: { kind, ...bar } }),
    onSuccess: fresh => {
      setBar(empty)
      queries.setQueryData(barsKey, fresh)
    },
  })
  const send = () => {
    const complete = lines.every(line => bar[line].trim() !== '')
    setMissing(!complete)
    if (complete) record.mutate()
  }
  return (
    <section className="card">
      <h2>{t('add')}</h2>
      <fieldset className="field">
        <legend>{t('kind')}</legend>
        <Radio.Group
          value={kind}
          onChange={event => setKind(event.target.value as BarKind)}
          options={barKinds.map(value => ({
            value,
            label: pick(holdLabels[value].zh, holdLabels[value].en, language),
          }))}
        />
      </fieldset>
      {lines.map(line => (
        <div key={line} className="field">
          <label htmlFor={`${id}-${line}`}>{t(line)}</label>
          <Input
            id={`${id}-${line}`}
            {...(line === 'since' ? { type: 'date', className: 'day-field' } : {})}
            autoComplete="off"
            maxLength={line === 'basis' ? 300 : 60}
            value={bar[line]}
            onChange={event => setBar({ ...bar, [line]: event.target.value })}
          />
        </div>
      ))}
      {missing ? (
        <p className="missing" role="alert">
          {t('missing')}
        </p>
      ) : null}
      <Button type="primary" loading={record.isPending} onClick={send}>
        {t('record')}
      </Button>
      {record.isError ? <FailedToLoad error={record.error} retry={send} /> : null}
    </section>
  )
}

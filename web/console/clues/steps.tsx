import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import {
  type ClueDetail,
  type ClueEvent,
  clueRoutes,
  clueSteps,
  primaryStep,
  type StepField,
} from '#contract/intelligence'
import { formatCitation } from '#kernel/citation'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { Refused } from '../app/refused.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly detail: ClueDetail
  readonly fresh: (next: ClueDetail) => void
}

/** 下一步: the one expected on top with its form open, the others below; what this person cannot take says why. */
export function Steps({ detail, fresh }: Props) {
  const t = texts.useTexts()
  const first = primaryStep[detail.clue.state]
  const may = detail.steps.find(({ event }) => event === first)?.whyNot === null
  const [doing, setDoing] = useState<ClueEvent | undefined>(may ? first : undefined)
  if (detail.steps.length === 0) return <p className="card clue-next">{t('ended')}</p>
  const ordered = detail.steps.toSorted((a, b) => Number(b.event === first) - Number(a.event === first))
  return (
    <section className="card clue-next">
      <h2>{t('next')}</h2>
      <div className="clue-actions">
        {ordered.map(({ event, whyNot }) => (
          <span key={event}>
            <Button
              type={doing === event ? 'primary' : 'default'}
              disabled={whyNot !== null}
              aria-pressed={doing === event}
              onClick={() => setDoing(doing === event ? undefined : event)}
            >
              {pick(clueSteps[event].zh, clueSteps[event].en)}
            </Button>
            {whyNot !== null && event === first ? (
              <span className="quiet small"> {pick(whyNot.zh, whyNot.en)}</span>
            ) : null}
          </span>
        ))}
      </div>
      {doing === undefined ? null : <StepForm key={doing} event={doing} detail={detail} fresh={fresh} />}
    </section>
  )
}

type Values = Partial<Record<StepField['key'], string>>

function StepForm({ event, detail, fresh }: Props & { readonly event: ClueEvent }) {
  const t = texts.useTexts()
  const rule = clueSteps[event]
  const name = pick(rule.zh, rule.en)
  const [values, setValues] = useState<Values>(event === 'validate' ? { matter: detail.clue.matter } : {})
  const filled = rule.asks.every(({ key, optional }) => optional || (values[key] ?? '').trim() !== '')
  const send = useMutation({
    mutationFn: () =>
      call(clueRoutes.step, {
        params: { no: detail.clue.no },
        body: {
          event,
          version: detail.version,
          input: Object.fromEntries(Object.entries(values).filter(([, one]) => one !== '')),
        },
      }),
    onSuccess: fresh,
  })
  return (
    <form
      className="clue-form"
      aria-label={name}
      onSubmit={submitted => {
        submitted.preventDefault()
        send.mutate()
      }}
    >
      {rule.asks.map(field => (
        <OneField
          key={field.key}
          field={field}
          value={values[field.key] ?? ''}
          set={value => setValues({ ...values, [field.key]: value })}
        />
      ))}
      <div className="clue-actions">
        <Button type="primary" htmlType="submit" disabled={!filled} loading={send.isPending}>
          {t('submit', { step: name })}
        </Button>
      </div>
      {rule.basis.length === 0 ? null : <p className="quiet small">{rule.basis.map(formatCitation).join('、')}</p>}
      <Refused error={send.error} />
    </form>
  )
}

function OneField({ field, value, set }: { field: StepField; value: string; set: (value: string) => void }) {
  const t = texts.useTexts()
  const id = useId()
  const officers = useOfficers(field.type === 'staff')
  const options =
    field.type === 'staff'
      ? officers.map(one => ({ value: one.id, label: one.name }))
      : Object.entries(field.options ?? {}).map(([code, { zh, en }]) => ({ value: code, label: pick(zh, en) }))
  return (
    <div className="field">
      <label htmlFor={id}>{pick(field.zh, field.en) + (field.optional ? t('optional') : '')}</label>
      {field.type === 'words' ? (
        <Input.TextArea id={id} rows={3} maxLength={1000} value={value} onChange={event => set(event.target.value)} />
      ) : field.type === 'choice' || field.type === 'staff' ? (
        <Select
          id={id}
          className="clue-wide"
          value={value === '' ? null : value}
          placeholder={t('choose')}
          onChange={one => set(one ?? '')}
          options={options}
        />
      ) : (
        <Input id={id} maxLength={20} value={value} onChange={event => set(event.target.value)} />
      )}
    </div>
  )
}

/** Who may be sent; known to the list of clues, asked only where somebody is to be named. */
function useOfficers(needed: boolean) {
  const list = useQuery({
    queryKey: ['clues', 'officers'],
    enabled: needed,
    queryFn: ({ signal }) => call(clueRoutes.list, { query: { page: 1 }, signal }),
  })
  return list.data?.officers ?? []
}

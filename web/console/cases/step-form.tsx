import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { type CaseDetail, type Field, detailRoutes as routes, stepRule, type Input as Values } from '#contract/cases'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { Refused } from '../app/refused.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly event: string
  readonly detail: CaseDetail
  readonly fresh: (next: CaseDetail) => void
}

/** The form of one step, drawn from the very row that the server reads. */
export function StepForm({ event, detail, fresh }: Props) {
  const t = texts.useTexts()
  const preset = detail.steps.find(step => step.event === event)?.preset ?? {}
  const [input, setInput] = useState<Values>(preset)
  const rule = stepRule(event)
  const name = pick(rule?.zh ?? event, rule?.en ?? event)
  const send = useMutation({
    mutationFn: () =>
      call(routes.step, {
        params: { no: detail.row.no },
        body: { event, version: detail.version, input: plain(input) },
      }),
    onSuccess: fresh,
  })
  return (
    <form
      className="case-form"
      aria-label={name}
      onSubmit={submitted => {
        submitted.preventDefault()
        send.mutate()
      }}
    >
      {(rule?.asks ?? []).map(field => (
        <OneField
          key={field.key}
          field={field}
          value={input[field.key]}
          put={value => setInput({ ...input, [field.key]: value })}
          people={detail.people}
        />
      ))}
      <div className="case-actions">
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {t('submit', { step: name })}
        </Button>
      </div>
      <Refused error={send.error} />
    </form>
  )
}

const plain = (input: Values): Record<string, string | string[] | boolean> =>
  Object.fromEntries(
    Object.entries(input).map(([key, value]) => [
      key,
      typeof value === 'string' || typeof value === 'boolean' ? value : value.filter(line => line.trim() !== ''),
    ]),
  )

interface FieldProps {
  readonly field: Field
  readonly value: Values[string] | undefined
  readonly put: (value: Values[string]) => void
  readonly people: CaseDetail['people']
}

function OneField({ field, value, put, people }: FieldProps) {
  const t = texts.useTexts()
  const id = useId()
  const label = pick(field.zh, field.en) + (field.optional ? t('optional') : '')
  const text = typeof value === 'string' ? value : ''
  const list = Array.isArray(value) ? (value as readonly string[]) : []
  if (field.type === 'yes')
    return (
      <Checkbox checked={value === true} onChange={event => put(event.target.checked)}>
        {label}
      </Checkbox>
    )
  const named = people
    .filter(({ certified }) => field.type !== 'two' || certified)
    .map(({ id: one, name, interested }) =>
      field.type === 'two' && interested
        ? { value: one, label: t('interested', { name }), disabled: true }
        : { value: one, label: name },
    )
  const choices = Object.entries(field.options ?? {}).map(([one, { zh, en }]) => ({ value: one, label: pick(zh, en) }))
  const set = (event: { readonly target: { readonly value: string } }) => put(event.target.value)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {field.type === 'words' ? <Input.TextArea id={id} rows={3} maxLength={4000} value={text} onChange={set} /> : null}
      {field.type === 'short' ? <Input id={id} maxLength={80} value={text} onChange={set} /> : null}
      {field.type === 'money' ? <Input id={id} inputMode="decimal" maxLength={20} value={text} onChange={set} /> : null}
      {field.type === 'day' || field.type === 'time' ? (
        <Input id={id} type={field.type === 'day' ? 'date' : 'time'} value={text} onChange={set} />
      ) : null}
      {field.type === 'lines' ? (
        <Input.TextArea
          id={id}
          rows={3}
          value={list.join('\n')}
          placeholder={t('lines')}
          onChange={event => put(event.target.value.split('\n').slice(0, 30))}
        />
      ) : null}
      {field.type === 'choice' ? (
        <Select id={id} value={text === '' ? null : text} onChange={one => put(one ?? '')} options={choices} />
      ) : null}
      {field.type === 'staff' ? (
        <Select id={id} value={text === '' ? null : text} onChange={one => put(one ?? '')} options={named} />
      ) : null}
      {field.type === 'two' ? (
        <Select
          id={id}
          mode="multiple"
          maxCount={2}
          optionFilterProp="label"
          value={[...list]}
          onChange={(chosen: string[]) => put(chosen)}
          options={named}
        />
      ) : null}
    </div>
  )
}

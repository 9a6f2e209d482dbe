import { Button, Input, InputNumber, Select } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import { type PolicyValue, policyRoutes as routes } from '#contract/policies'
import { call } from '../../shared/api.ts'
import { Refused } from '../app/refused.tsx'
import { texts } from './texts.ts'
import { useDraftAct } from './use-policy.ts'
import { nameOf } from './words.ts'

/** What is drafted, and the value the form begins with (an older one when it is restored). */
export interface Drafting {
  readonly value: PolicyValue
  readonly start: PolicyValue['value']
}

/** 起草: the value, why, and on what ground; the kind of field follows the kind of value. */
export function DraftForm({ drafting: { value: entry, start }, close }: { drafting: Drafting; close: () => void }) {
  const t = texts.useTexts()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [value, setValue] = useState(start)
  const [why, setWhy] = useState('')
  const [basis, setBasis] = useState(entry.basis.slice(0, 500))
  const save = useDraftAct(
    () => call(routes.draftValue, { body: { key: entry.key, value, why: why || ' ', basis: basis || ' ' } }),
    close,
  )
  useEffect(() => {
    // In braces: newer browsers return a promise here, which React would take for the clean-up.
    form.current?.scrollIntoView({ block: 'center' })
  }, [])
  const title = t('formTitle', { name: nameOf(entry) })
  return (
    <form
      className="card"
      ref={form}
      aria-label={title}
      onSubmit={event => {
        event.preventDefault()
        save.mutate(undefined)
      }}
    >
      <h2>{title}</h2>
      {entry.sure === 'law' ? <p className="tone-soon">▲ {t('lawWarning')}</p> : null}
      <div className="field">
        <label htmlFor={`${id}-value`}>{t('newValue', { unit: entry.unit })}</label>
        <ValueField id={`${id}-value`} value={value} set={setValue} words={entry.unit.split('|')} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-why`}>{t('why')}</label>
        <Input.TextArea
          id={`${id}-why`}
          rows={2}
          maxLength={500}
          value={why}
          onChange={event => setWhy(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-basis`}>{t('ground')}</label>
        <Input.TextArea
          id={`${id}-basis`}
          rows={2}
          maxLength={500}
          value={basis}
          onChange={event => setBasis(event.target.value)}
        />
      </div>
      <Refused error={save.error} />
      <div className="policy-actions">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('save')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
    </form>
  )
}

interface FieldProps {
  readonly id: string
  readonly value: PolicyValue['value']
  readonly set: (value: PolicyValue['value']) => void
  readonly words: readonly string[]
}

function ValueField({ id, value, set, words }: FieldProps) {
  const t = texts.useTexts()
  if (typeof value === 'boolean')
    return (
      <Select
        id={id}
        value={value}
        onChange={set}
        options={[
          { value: true, label: t('on') },
          { value: false, label: t('off') },
        ]}
      />
    )
  if (typeof value === 'number')
    return <InputNumber id={id} min={0} value={value} onChange={next => set(next ?? value)} />
  if (words.length > 1)
    return <Select id={id} value={value} onChange={set} options={words.map(word => ({ value: word, label: word }))} />
  return <Input id={id} maxLength={300} value={value} onChange={event => set(event.target.value)} />
}

import { Checkbox, Input, Select } from 'antd'
import { useId } from 'react'
import type { Field, Input as Values } from '#contract/credit'
import { pick } from '../../shared/i18n.ts'
import { texts } from './texts.ts'

interface Props {
  readonly fields: readonly Field[]
  readonly values: Values
  readonly set: (values: Values) => void
  /** Who may be named for a talk. */
  readonly officers: readonly { readonly id: string; readonly name: string }[]
}

/** The inputs of one step, drawn from the very row that the server reads. */
export function FieldInputs({ fields, ...rest }: Props) {
  return fields.map(field => <OneField key={field.key} field={field} {...rest} />)
}

export const isFilled = (fields: readonly Field[], values: Values): boolean =>
  fields.every(({ key, optional, type }) => {
    const value = values[key]
    if (optional) return true
    if (type === 'two') return Array.isArray(value) && value.length === 2
    return Array.isArray(value)
      ? value.length > 0
      : value === true || (typeof value === 'string' && value.trim() !== '')
  })

function OneField({ field, values, set, officers }: Omit<Props, 'fields'> & { readonly field: Field }) {
  const t = texts.useTexts()
  const id = useId()
  const { key, type } = field
  const label = pick(field.zh, field.en) + (field.optional ? t('optional') : '')
  const put = (value: Values[string]) => set({ ...values, [key]: value })
  const text = typeof values[key] === 'string' ? (values[key] as string) : ''
  const lines = Array.isArray(values[key]) ? (values[key] as readonly string[]) : []
  if (type === 'yes')
    return (
      <Checkbox checked={values[key] === true} onChange={event => put(event.target.checked)}>
        {label}
      </Checkbox>
    )
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {type === 'words' ? (
        <Input.TextArea id={id} rows={3} maxLength={1000} value={text} onChange={event => put(event.target.value)} />
      ) : null}
      {type === 'short' ? (
        <Input id={id} maxLength={80} value={text} onChange={event => put(event.target.value)} />
      ) : null}
      {type === 'day' ? <Input id={id} type="date" value={text} onChange={event => put(event.target.value)} /> : null}
      {type === 'lines' ? (
        <Input.TextArea
          id={id}
          rows={3}
          value={lines.join('\n')}
          placeholder={t('lines')}
          onChange={event => put(event.target.value.split('\n').slice(0, 12))}
          onBlur={() => put(lines.filter(line => line.trim() !== ''))}
        />
      ) : null}
      {type === 'choice' ? (
        <Select
          id={id}
          className="credit-wide"
          value={text === '' ? null : text}
          onChange={value => put(value ?? '')}
          options={Object.entries(field.options ?? {}).map(([value, { zh, en }]) => ({ value, label: pick(zh, en) }))}
        />
      ) : null}
      {type === 'two' ? (
        <Select
          id={id}
          mode="multiple"
          maxCount={2}
          className="credit-wide"
          optionFilterProp="label"
          value={[...lines]}
          onChange={(chosen: string[]) => put(chosen)}
          options={officers.map(({ id: value, name }) => ({ value, label: name }))}
        />
      ) : null}
    </div>
  )
}

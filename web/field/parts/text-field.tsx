import { type InputHTMLAttributes, useId } from 'react'

interface Props
  extends Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'autoComplete' | 'inputMode' | 'maxLength'> {
  readonly label: string
  readonly value: string
  readonly set: (value: string) => void
}

/** One line of text with its label above: large enough for a glove. */
export function TextField({ label, value, set, ...more }: Props) {
  const id = useId()
  return (
    <div className="text-field">
      <label htmlFor={id}>{label}</label>
      <input id={id} value={value} maxLength={200} {...more} onChange={event => set(event.target.value)} />
    </div>
  )
}

export function TextBox({
  label,
  value,
  set,
  max = 200,
}: {
  label: string
  value: string
  set: (value: string) => void
  max?: number
}) {
  const id = useId()
  return (
    <div className="text-field">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} rows={3} maxLength={max} value={value} onChange={event => set(event.target.value)} />
    </div>
  )
}

/** 单选: large labels, one choice. */
export function Choices<V extends string>({
  label,
  value,
  options,
  set,
}: {
  label: string
  value: V | undefined
  options: readonly { readonly value: V; readonly label: string }[]
  set: (value: V) => void
}) {
  const name = useId()
  return (
    <fieldset className="choices">
      <legend>{label}</legend>
      {options.map(option => (
        <label key={option.value} className={option.value === value ? 'chosen' : ''}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => set(option.value)} />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}

export function Tick({ label, value, set }: { label: string; value: boolean; set: (value: boolean) => void }) {
  return (
    <label className={`tick ${value ? 'chosen' : ''}`}>
      <input type="checkbox" checked={value} onChange={event => set(event.target.checked)} />
      {label}
    </label>
  )
}

import { Input, Select } from 'antd'
import { useId } from 'react'

interface Labelled<V> {
  readonly label: string
  readonly value: V
  readonly set: (value: V) => void
}

interface TextProps extends Labelled<string> {
  readonly max: number
  readonly type?: 'text' | 'date' | 'datetime-local'
}

/** One line of words, a day or a local time, with its label above. */
export function TextField({ label, value, set, max, type = 'text' }: TextProps) {
  const id = useId()
  return (
    <div className="field grow">
      <label htmlFor={id}>{label}</label>
      <Input id={id} type={type} maxLength={max} value={value} onChange={event => set(event.target.value)} />
    </div>
  )
}

interface Option<V extends string> {
  readonly value: V
  readonly label: string
}

interface ChoiceProps<V extends string> extends Labelled<V> {
  readonly options: readonly Option<V>[]
  readonly fixed?: boolean
}

/** One of a list. */
export function ChoiceField<V extends string>({ label, value, set, options, fixed = false }: ChoiceProps<V>) {
  const id = useId()
  return (
    <div className="field grow">
      <label htmlFor={id}>{label}</label>
      <Select id={id} value={value} onChange={set} options={[...options]} disabled={fixed} />
    </div>
  )
}

interface SeveralProps extends Labelled<readonly string[]> {
  readonly options: readonly Option<string>[]
}

/** Several of a list, found by typing. */
export function SeveralField({ label, value, set, options }: SeveralProps) {
  const id = useId()
  return (
    <div className="field grow">
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        mode="multiple"
        optionFilterProp="label"
        value={[...value]}
        onChange={set}
        options={[...options]}
      />
    </div>
  )
}

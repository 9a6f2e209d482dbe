import { Input } from 'antd'
import { useId } from 'react'

interface Props {
  readonly label: string
  readonly value: string
  readonly set: (value: string) => void
  readonly type?: 'text' | 'date'
}

/** One labelled line of a form. */
export function Line({ label, value, set, type = 'text' }: Props) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Input id={id} type={type} maxLength={300} value={value} onChange={event => set(event.target.value)} />
    </div>
  )
}

import { Input, Select } from 'antd'
import { type ReactNode, useId } from 'react'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { cardTexts } from './card-texts.ts'

/** Today in China: what was seen lies not ahead. */
export const chinaToday = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

/** A label with its control below, joined by an id. */
export function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}

/** 日期: the day somebody was there. */
export function DayField({ value, set }: { value: string; set: (day: string) => void }) {
  const t = cardTexts.useTexts()
  return (
    <Labelled label={t('day')}>
      {id => <Input id={id} type="date" max={chinaToday()} value={value} onChange={event => set(event.target.value)} />}
    </Labelled>
  )
}

interface ColleagueProps {
  readonly among: readonly { readonly id: string; readonly name: string }[]
  readonly value: string | undefined
  readonly set: (id: string) => void
}

/** 同去的工作人员: two always go. */
export function ColleagueField({ among, value, set }: ColleagueProps) {
  const t = cardTexts.useTexts()
  return (
    <Labelled label={t('colleague')}>
      {id => (
        <Select
          id={id}
          {...(value === undefined ? {} : { value })}
          onChange={set}
          options={among.map(one => ({ value: one.id, label: one.name }))}
        />
      )}
    </Labelled>
  )
}

interface ChoiceProps<K extends string> {
  readonly label: string
  readonly of: Readonly<Record<K, { readonly zh: string; readonly en: string }>>
  readonly value: K
  readonly set: (key: K) => void
  readonly only?: (key: K) => boolean
  readonly disabled?: boolean
}

/** One of the words of a table of the contract. */
export function ChoiceField<K extends string>({ label, of, value, set, only, disabled = false }: ChoiceProps<K>) {
  const language = useLanguage()
  const keys = (Object.keys(of) as K[]).filter(key => only?.(key) ?? true)
  return (
    <Labelled label={label}>
      {id => (
        <Select<K>
          id={id}
          value={value}
          disabled={disabled}
          onChange={set}
          options={keys.map(key => ({ value: key, label: pick(of[key].zh, of[key].en, language) }))}
        />
      )}
    </Labelled>
  )
}

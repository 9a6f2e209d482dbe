import { Button, Input, Select } from 'antd'
import { type ReactNode, useId } from 'react'
import type { GoodsDetail } from '#contract/cases'
import { smallPicture } from '../../shared/small-picture.ts'
import { FileField } from '../app/file-field.tsx'
import { texts } from './texts.ts'

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly change: (value: string) => void
  readonly lines?: number
  readonly max?: number
  readonly type?: 'date' | 'text'
  readonly numeric?: boolean
}

/** One labelled text. */
export function TextField({ label, value, change, lines, max = 300, type = 'text', numeric }: FieldProps) {
  const id = useId()
  const shared = {
    id,
    value,
    maxLength: max,
    onChange: (event: { target: { value: string } }) => change(event.target.value),
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {lines === undefined ? (
        <Input {...shared} type={type} {...(numeric ? { inputMode: 'decimal' as const } : {})} />
      ) : (
        <Input.TextArea {...shared} rows={lines} />
      )}
    </div>
  )
}

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value | undefined
  readonly change: (value: Value) => void
  readonly options: readonly { readonly value: Value; readonly label: string }[]
}

export function ChoiceField<Value extends string>({ label, value, change, options }: ChoiceProps<Value>) {
  const t = texts.useTexts()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        placeholder={t('choose')}
        value={value ?? null}
        onChange={next => next !== null && change(next)}
        options={[...options]}
      />
    </div>
  )
}

/** 两人: the colleague who was there. */
export function SecondField(props: {
  colleagues: GoodsDetail['colleagues']
  value: string | undefined
  change: (id: string) => void
}) {
  const t = texts.useTexts()
  const options = props.colleagues.map(({ id, name }) => ({ value: id, label: name }))
  return <ChoiceField label={t('second')} value={props.value} change={props.change} options={options} />
}

/** 照片: drawn anew and small, so that place and device of the camera stay on this machine. */
export function PhotoField({
  photos,
  change,
}: {
  photos: readonly string[]
  change: (photos: readonly string[]) => void
}) {
  const t = texts.useTexts()
  const take = async (files: readonly File[]) => change(await Promise.all(files.slice(0, 3).map(smallPicture)))
  return (
    <div className="field">
      <FileField label={t('photos')} accept="image/*" multiple onFiles={files => void take(files)} />
      {photos.length === 0 ? null : <span className="quiet small">{t('photos.chosen', { count: photos.length })}</span>}
    </div>
  )
}

interface ButtonProps {
  readonly send: () => void
  readonly close: () => void
  readonly ready: boolean
  readonly pending: boolean
}

export function FormButtons({ send, close, ready, pending }: ButtonProps): ReactNode {
  const t = texts.useTexts()
  return (
    <div className="goods-buttons">
      <Button type="primary" disabled={!ready} loading={pending} onClick={send}>
        {t('submit')}
      </Button>
      <Button onClick={close}>{t('cancel')}</Button>
    </div>
  )
}

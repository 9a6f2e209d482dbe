import { Checkbox, Input, Radio } from 'antd'
import { useId } from 'react'
import type { ApplicationDetail } from '#contract/licensing'
import { texts } from '../form-texts.ts'
import { type FieldProps, OpinionField } from './step-fields.tsx'

interface Props extends FieldProps, Pick<ApplicationDetail, 'colleagues'> {
  readonly form: 'transfer' | 'cosign' | 'cosignAnswer' | 'hearing' | 'wish'
}

/** 转办、会签、听证时间、书面撤回: who, when, and the words that go on record. */
export function HandlingFields({ form, colleagues, ...props }: Props) {
  const t = texts.useTexts()
  switch (form) {
    case 'transfer':
      return (
        <>
          <TransferField {...props} colleagues={colleagues} />
          <OpinionField label={t('transfer.reason')} {...props} />
        </>
      )
    case 'cosign':
      return (
        <>
          <CosignField {...props} colleagues={colleagues} />
          <OpinionField label={t('cosign.question')} help={t('cosign.help')} {...props} />
        </>
      )
    case 'cosignAnswer':
      return (
        <>
          <AgreesField {...props} />
          <OpinionField label={t('opinion')} {...props} />
        </>
      )
    case 'hearing':
      return (
        <>
          <HeldAtField {...props} />
          <OpinionField label={t('hearing.words')} help={t('hearing.help')} {...props} />
        </>
      )
    case 'wish':
      return (
        <>
          <Checkbox checked={props.draft.signed} onChange={event => props.change({ signed: event.target.checked })}>
            {t('wish.signed')}
          </Checkbox>
          <OpinionField label={t('wish.words')} {...props} />
        </>
      )
  }
}

function TransferField({ draft, change, colleagues }: FieldProps & Pick<Props, 'colleagues'>) {
  const t = texts.useTexts()
  const reviewers = colleagues.filter(({ roles }) => roles.includes('reviewer'))
  return (
    <fieldset className="field">
      <legend>{t('transfer.to')}</legend>
      <Radio.Group
        value={draft.to === null ? '' : draft.to}
        onChange={event => change({ to: (event.target.value as string) || null })}
        options={[
          ...reviewers.map(({ staffId, name }) => ({ value: staffId, label: name })),
          { value: '', label: t('transfer.pool') },
        ]}
      />
    </fieldset>
  )
}

function CosignField({ draft, change, colleagues }: FieldProps & Pick<Props, 'colleagues'>) {
  const t = texts.useTexts()
  return (
    <fieldset className="field">
      <legend>{t('cosign.ask')}</legend>
      <Checkbox.Group
        value={[...draft.ask]}
        onChange={ask => change({ ask: ask.slice(0, 5) })}
        options={colleagues.map(({ staffId, name }) => ({ value: staffId, label: name }))}
      />
    </fieldset>
  )
}

function AgreesField({ draft, change }: FieldProps) {
  const t = texts.useTexts()
  return (
    <fieldset className="field">
      <legend>{t('agrees.legend')}</legend>
      <Radio.Group
        value={draft.agrees}
        onChange={event => change({ agrees: event.target.value as boolean })}
        options={[
          { value: true, label: t('agrees.yes') },
          { value: false, label: t('agrees.no') },
        ]}
      />
    </fieldset>
  )
}

function HeldAtField({ draft, change }: FieldProps) {
  const t = texts.useTexts()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{t('hearing.at')}</label>
      <Input
        id={id}
        type="datetime-local"
        className="day-field"
        value={draft.heldAt}
        onChange={event => change({ heldAt: event.target.value })}
      />
    </div>
  )
}

import { Input, Radio } from 'antd'
import { useId } from 'react'
import type { ApplicationDetail, OfficerStep } from '#contract/licensing'
import { texts } from '../form-texts.ts'
import type { StepDraft } from '../step-body.ts'
import { CorrectionFields } from './correction-fields.tsx'
import { GroundFields } from './ground-fields.tsx'
import { HandlingFields } from './handling-fields.tsx'
import { PartyAnswerFields, PartyFields } from './party-fields.tsx'
import { SiteCheckFields } from './site-check-fields.tsx'

export interface FieldProps {
  readonly draft: StepDraft
  readonly change: (part: Partial<StepDraft>) => void
}

type FieldsOfStep = FieldProps &
  Pick<OfficerStep, 'form' | 'grounds'> &
  Pick<ApplicationDetail, 'colleagues' | 'parties'>

/** The fields of a step by its form. No `autoSize`: antd measures it with a style attribute, which the CSP blocks. */
export function StepFields({ form, grounds, colleagues, parties, ...props }: FieldsOfStep) {
  const t = texts.useTexts()
  switch (form) {
    case 'none':
      return null
    case 'opinion':
      return <OpinionField label={t('opinion')} {...props} />
    case 'extension':
      return <OpinionField label={t('opinion.extension')} help={t('extension.help')} {...props} />
    case 'corrections':
      return <CorrectionFields {...props} />
    case 'reasons':
      return (
        <>
          <GroundFields {...props} grounds={grounds} />
          <OpinionField label={t('opinion.reasons')} {...props} />
        </>
      )
    case 'statement':
      return <StatementFields {...props} />
    case 'siteCheck':
      return (
        <>
          <OpinionField label={t('siteCheck.findings')} {...props} />
          <SiteCheckFields {...props} />
        </>
      )
    case 'party':
      return <PartyFields {...props} />
    case 'partyAnswer':
      return <PartyAnswerFields {...props} parties={parties} />
    default:
      return <HandlingFields {...props} form={form} colleagues={colleagues} />
  }
}

export function OpinionField({ label, help, draft, change }: FieldProps & { label: string; help?: string }) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {help === undefined ? null : <p className="quiet small">{help}</p>}
      <Input.TextArea
        id={id}
        value={draft.opinion}
        maxLength={1000}
        rows={4}
        showCount
        onChange={event => change({ opinion: event.target.value })}
      />
    </div>
  )
}

function StatementFields({ draft, change }: FieldProps) {
  const t = texts.useTexts()
  const id = useId()
  return (
    <fieldset className="field">
      <legend>{t('heard')}</legend>
      <Radio.Group
        value={draft.heard}
        onChange={event => change({ heard: event.target.value as boolean })}
        options={[
          { value: true, label: t('heard.yes') },
          { value: false, label: t('heard.no') },
        ]}
      />
      <label className="gap-above" htmlFor={id}>
        {t('heard.text')}
      </label>
      <Input.TextArea
        id={id}
        value={draft.statement}
        maxLength={2000}
        rows={4}
        showCount
        onChange={event => change({ statement: event.target.value })}
      />
    </fieldset>
  )
}

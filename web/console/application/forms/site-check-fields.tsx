import { Input } from 'antd'
import { useId } from 'react'
import { texts } from '../form-texts.ts'
import type { FieldProps } from './step-fields.tsx'

/** 实地核查: the second person, the measured walk to the nearest school, and what the applicant objects. */
export function SiteCheckFields({ draft, change }: FieldProps) {
  const t = texts.useTexts()
  const id = useId()
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-second`}>{t('siteCheck.second')}</label>
        <Input
          id={`${id}-second`}
          value={draft.second}
          maxLength={30}
          onChange={event => change({ second: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-metres`}>{t('siteCheck.metres')}</label>
        <Input
          id={`${id}-metres`}
          value={draft.schoolMetres}
          inputMode="decimal"
          maxLength={8}
          onChange={event => change({ schoolMetres: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-objection`}>{t('siteCheck.objection')}</label>
        <Input.TextArea
          id={`${id}-objection`}
          value={draft.objection}
          maxLength={500}
          rows={2}
          onChange={event => change({ objection: event.target.value })}
        />
      </div>
    </>
  )
}

import { Checkbox } from 'antd'
import type { OfficerStep } from '#contract/licensing'
import { pick } from '../../../shared/i18n.ts'
import { useLanguage } from '../../../shared/language.ts'
import { texts } from '../form-texts.ts'
import type { FieldProps } from './step-fields.tsx'

/** The grounds of the service as checkboxes; of a renewal the number is the item of the article. */
export function GroundFields({ draft, change, grounds }: FieldProps & Pick<OfficerStep, 'grounds'>) {
  const t = texts.useTexts()
  const language = useLanguage()
  const toggle = (item: number, on: boolean) =>
    change({ grounds: on ? [...draft.grounds, item] : draft.grounds.filter(ground => ground !== item) })
  return (
    <fieldset className="field">
      <legend>{t('grounds')}</legend>
      <p className="quiet small">
        {t('grounds.help')} {t('grounds.sure')}
      </p>
      {grounds.map(({ item, label, labelEn }) => (
        <div key={item}>
          <Checkbox checked={draft.grounds.includes(item)} onChange={event => toggle(item, event.target.checked)}>
            {item}. {pick(label, labelEn, language)}
          </Checkbox>
        </div>
      ))}
    </fieldset>
  )
}

import { Checkbox } from 'antd'
import { denialGrounds } from '#contract/licensing'
import { pick } from '../../../shared/i18n.ts'
import { useLanguage } from '../../../shared/language.ts'
import { texts } from '../form-texts.ts'
import type { FieldProps } from './step-fields.tsx'

/** The eleven grounds as checkboxes; the number sent is the item of the article. */
export function GroundFields({ draft, change }: FieldProps) {
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
      {Object.entries(denialGrounds).map(([item, ground]) => (
        <div key={item}>
          <Checkbox
            checked={draft.grounds.includes(Number(item))}
            onChange={event => toggle(Number(item), event.target.checked)}
          >
            {item}. {pick(ground.zh, ground.en, language)}
          </Checkbox>
        </div>
      ))}
    </fieldset>
  )
}

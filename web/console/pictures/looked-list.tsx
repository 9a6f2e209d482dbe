import { Checkbox } from 'antd'
import { type PictureCheckName, pictureChecks } from '#contract/outreach'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { lawText } from '../../shared/law-text.ts'
import { texts } from './texts.ts'

interface Props {
  readonly checks: readonly PictureCheckName[]
  readonly looked: readonly PictureCheckName[]
  readonly look: (looked: readonly PictureCheckName[]) => void
}

/** 画面核对单: what a person answers for, each point with its article. */
export function LookedList({ checks, looked, look }: Props) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <fieldset className="field looked-list">
      <legend>{t('looked')}</legend>
      {checks.map(name => {
        const { zh, en, cites } = pictureChecks[name]
        const basis = cites.map(citation => lawText(citation, language)).join(language === 'zh' ? '、' : '; ')
        return (
          <Checkbox
            key={name}
            checked={looked.includes(name)}
            onChange={({ target }) => look(target.checked ? [...looked, name] : looked.filter(other => other !== name))}
          >
            {pick(zh, en, language)} <span className="quiet small">{t('basis', { basis })}</span>
          </Checkbox>
        )
      })}
    </fieldset>
  )
}

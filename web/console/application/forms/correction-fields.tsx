import { Button, Input } from 'antd'
import { texts } from '../form-texts.ts'
import type { StepDraft } from '../step-body.ts'
import type { FieldProps } from './step-fields.tsx'

const MOST_ITEMS = 20

/** 一次性告知: the complete list, what is missing and how to mend it, line by line. */
export function CorrectionFields({ draft, change }: FieldProps) {
  const t = texts.useTexts()
  const set = (index: number, part: Partial<StepDraft['items'][number]>) =>
    change({ items: draft.items.map((item, at) => (at === index ? { ...item, ...part } : item)) })
  return (
    <fieldset className="field">
      <legend>{t('corrections')}</legend>
      <p className="quiet small">{t('corrections.help')}</p>
      {draft.items.map((item, index) => {
        const n = index + 1
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines are controlled and have no identity of their own
          <div key={index} className="correction">
            <Input
              aria-label={t('corrections.what', { n })}
              placeholder={t('corrections.what', { n })}
              value={item.what}
              maxLength={100}
              onChange={event => set(index, { what: event.target.value })}
            />
            <Input
              aria-label={`${t('corrections.how')} ${n}`}
              placeholder={t('corrections.how')}
              value={item.how}
              maxLength={200}
              onChange={event => set(index, { how: event.target.value })}
            />
            <Button
              disabled={draft.items.length === 1}
              onClick={() => change({ items: draft.items.filter((_, at) => at !== index) })}
            >
              {t('corrections.remove', { n })}
            </Button>
          </div>
        )
      })}
      <Button
        disabled={draft.items.length >= MOST_ITEMS}
        onClick={() => change({ items: [...draft.items, { what: '', how: '' }] })}
      >
        {t('corrections.add')}
      </Button>
    </fieldset>
  )
}

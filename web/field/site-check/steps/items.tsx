import { type SiteCheckAnswer, siteCheckAnswers, siteCheckItemCodes, siteCheckItems } from '#contract/licensing'
import { useLanguage } from '../../../shared/language.ts'
import { Choices, TextBox, TextField } from '../../parts/text-field.tsx'
import { texts } from '../texts.ts'
import type { StepProps } from './form.ts'

const answers = Object.keys(siteCheckAnswers) as SiteCheckAnswer[]

/** 核查事项: one answer each; whoever says 否 or 不能确定 says what he saw. */
export function ItemStep({ draft, set }: StepProps) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <>
      {siteCheckItemCodes.map(code => {
        const item = draft.items[code] ?? { answer: undefined, note: '' }
        const put = (change: Partial<typeof item>) => set({ items: { ...draft.items, [code]: { ...item, ...change } } })
        return (
          <section key={code} className="card gap-block">
            <Choices
              label={siteCheckItems[code][language]}
              value={item.answer}
              set={answer => put({ answer })}
              options={answers.map(value => ({ value, label: siteCheckAnswers[value][language] }))}
            />
            {item.answer === undefined || item.answer === 'yes' ? null : (
              <TextBox label={t('item.note')} value={item.note} set={note => put({ note })} />
            )}
          </section>
        )
      })}
      <TextField
        label={t('area')}
        value={draft.areaM2}
        set={areaM2 => set({ areaM2 })}
        inputMode="decimal"
        maxLength={8}
      />
    </>
  )
}

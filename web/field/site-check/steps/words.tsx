import { Button } from 'antd-mobile'
import { SignaturePad } from '../../parts/signature-pad.tsx'
import { Choices, TextBox, TextField } from '../../parts/text-field.tsx'
import type { ObjectionDraft } from '../draft.ts'
import { texts } from '../texts.ts'
import type { StepProps } from './form.ts'

const most = 4

/** 示意图, what was seen, and what the applicant or a third party objects, in their own words. */
export function WordStep({ draft, set }: StepProps) {
  const t = texts.useTexts()
  const { objections } = draft
  const put = (nth: number, change: Partial<ObjectionDraft>) =>
    set({ objections: objections.map((one, index) => (index === nth ? { ...one, ...change } : one)) })
  return (
    <>
      <SignaturePad label={t('sketch')} strokes={draft.sketch} set={sketch => set({ sketch })} tall />
      <TextBox label={t('findings')} value={draft.findings} set={findings => set({ findings })} max={1000} />
      <h2>{t('objections')}</h2>
      {objections.map((objection, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added at the end, and a removed one redraws the rest
        <section key={nth} className="card gap-block">
          <Choices
            label={t('who')}
            value={objection.who}
            set={who => put(nth, { who })}
            options={(['applicant', 'thirdParty'] as const).map(value => ({ value, label: t(value) }))}
          />
          <TextField
            label={t('objection.name')}
            value={objection.name}
            set={name => put(nth, { name })}
            maxLength={30}
          />
          <TextBox label={t('objection.text')} value={objection.text} set={text => put(nth, { text })} max={500} />
          <button
            type="button"
            className="plain-button"
            onClick={() => set({ objections: objections.filter((_, index) => index !== nth) })}
          >
            {t('objection.drop')}
          </button>
        </section>
      ))}
      {objections.length < most ? (
        <Button
          block
          className="main-button"
          onClick={() => set({ objections: [...objections, { who: 'applicant', name: '', text: '' }] })}
        >
          {t('objection.add')}
        </Button>
      ) : null}
    </>
  )
}

import { Button } from 'antd-mobile'
import { readBacks } from '#contract/cases'
import { pick } from '../../../shared/i18n.ts'
import { SignaturePad } from '../../parts/signature-pad.tsx'
import { Choices, TextField } from '../../parts/text-field.tsx'
import { type CorrectionDraft, wordsOf } from '../draft.ts'
import { texts } from '../texts.ts'
import type { StepProps } from './form.ts'

const most = 20

/** 核对: the words are read by the person or to him; what he wants otherwise stands beside it in his own hand. */
export function CheckStep({ draft, set }: StepProps) {
  const t = texts.useTexts()
  const { corrections } = draft
  const put = (nth: number, change: Partial<CorrectionDraft>) =>
    set({ corrections: corrections.map((one, index) => (index === nth ? { ...one, ...change } : one)) })
  return (
    <>
      <section className="card record-words" lang="zh-CN">
        {wordsOf(draft) || t('words.none')}
      </section>
      <Choices
        label={t('readBack')}
        value={draft.readBack}
        set={readBack => set({ readBack })}
        options={(['self', 'aloud'] as const).map(value => ({
          value,
          label: pick(readBacks[value].zh, readBacks[value].en),
        }))}
      />
      <h2>{t('corrections')}</h2>
      <p className="quiet">{t('corrections.hint')}</p>
      {corrections.map((one, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added at the end, and a removed one redraws the rest
        <section key={nth} className="card gap-block">
          <TextField label={t('before')} value={one.before} set={before => put(nth, { before })} maxLength={300} />
          <TextField label={t('after')} value={one.after} set={after => put(nth, { after })} maxLength={300} />
          <SignaturePad
            label={t('initials', { n: nth + 1 })}
            strokes={one.initials}
            set={initials => put(nth, { initials })}
          />
          <button
            type="button"
            className="plain-button"
            onClick={() => set({ corrections: corrections.filter((_, index) => index !== nth) })}
          >
            {t('correction.drop')}
          </button>
        </section>
      ))}
      {corrections.length < most ? (
        <Button
          block
          className="main-button"
          onClick={() => set({ corrections: [...corrections, { before: '', after: '', initials: [] }] })}
        >
          {t('correction.add')}
        </Button>
      ) : null}
    </>
  )
}

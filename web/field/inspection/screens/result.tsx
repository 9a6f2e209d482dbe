import { useState } from 'react'
import { outcomeLabels } from '#contract/inspection'
import { pick } from '../../../shared/i18n.ts'
import { SaveBar } from '../../parts/save-bar.tsx'
import { Choices, TextBox, TextField } from '../../parts/text-field.tsx'
import { texts } from '../texts.ts'
import type { StepProps } from './task.tsx'

type Outcome = keyof typeof outcomeLabels

/** 情况和结果: what was seen, and what comes of it. */
export function ResultScreen({ visit, keep, done }: StepProps) {
  const t = texts.useTexts()
  const said = visit.content.fields['outcome']
  const [notes, setNotes] = useState(String(visit.content.fields['notes']?.['text'] ?? ''))
  const [outcome, setOutcome] = useState<Outcome | undefined>(said?.['outcome'] as Outcome | undefined)
  const [words, setWords] = useState(String(said?.['words'] ?? ''))
  const [rectifyBy, setRectifyBy] = useState(String(said?.['rectifyBy'] ?? ''))
  const missing = [
    ...(outcome === undefined ? [t('missing.outcome')] : []),
    ...(outcome !== undefined && outcome !== 'clear' && words.trim() === '' ? [t('missing.words')] : []),
    ...(outcome === 'rectify' && rectifyBy === '' ? [t('missing.day')] : []),
  ]
  const save = async () => {
    if (notes.trim() !== '') await keep({ kind: 'notes', text: notes.trim() })
    if (outcome)
      await keep({
        kind: 'outcome',
        outcome,
        words: words.trim(),
        rectifyBy: outcome === 'rectify' ? rectifyBy : null,
      })
    done()
  }
  return (
    <>
      <h2>{t('step.result')}</h2>
      <TextBox label={t('notes')} value={notes} set={setNotes} max={1_000} />
      <Choices
        label={t('outcome')}
        value={outcome}
        set={setOutcome}
        options={Object.entries(outcomeLabels).map(([value, { zh, en }]) => ({
          value: value as Outcome,
          label: pick(zh, en),
        }))}
      />
      {outcome === 'rectify' ? (
        <TextField label={t('outcome.rectifyBy')} value={rectifyBy} set={setRectifyBy} type="date" />
      ) : null}
      {outcome === undefined || outcome === 'clear' ? null : (
        <TextBox label={t('outcome.words')} value={words} set={setWords} max={1_000} />
      )}
      <SaveBar label={t('outcome.save')} missing={missing} save={save} />
    </>
  )
}

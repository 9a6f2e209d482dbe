import { useState } from 'react'
import { SaveBar } from '../../parts/save-bar.tsx'
import { Choices, TextField } from '../../parts/text-field.tsx'
import { texts } from '../texts.ts'
import { fieldWords, valueWords } from '../words.ts'
import type { StepProps } from './task.tsx'

/** 两人填得不一样: side by side, chosen with a reason; the other word stays on record. */
export function DifferencesScreen(props: StepProps) {
  const t = texts.useTexts()
  const { conflicts } = props.visit.content
  return (
    <>
      <h2>{t('diff.title')}</h2>
      <p className="quiet">{t(conflicts.length === 0 ? 'diff.none' : 'diff.help')}</p>
      {conflicts.map(conflict => (
        <Difference key={conflict.field} {...props} conflict={conflict} />
      ))}
    </>
  )
}

type Conflict = StepProps['visit']['content']['conflicts'][number]

function Difference({ task, keep, conflict }: StepProps & { conflict: Conflict }) {
  const t = texts.useTexts()
  const [side, setSide] = useState<string>()
  const [reason, setReason] = useState('')
  const nameOf = (id: string): string => task.officers.find(one => one.id === id)?.name ?? ''
  const missing = [
    ...(side === undefined ? [t('diff.save')] : []),
    ...(reason.trim() === '' ? [t('missing.reason')] : []),
  ]
  return (
    <section className="card">
      <Choices
        label={fieldWords(conflict.field)}
        value={side}
        set={setSide}
        options={conflict.sides.map(({ by, value }) => ({
          value: by,
          label: t('diff.side', { name: nameOf(by), words: valueWords(value) }),
        }))}
      />
      <TextField label={t('diff.reason')} value={reason} set={setReason} />
      <SaveBar
        label={t('diff.save')}
        missing={missing}
        save={async () => {
          if (side !== undefined) await keep({ kind: 'choose', field: conflict.field, side, reason: reason.trim() })
        }}
      />
    </section>
  )
}

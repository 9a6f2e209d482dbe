import { ForCitizen } from '../../parts/for-citizen.tsx'
import { SignaturePad } from '../../parts/signature-pad.tsx'
import { Choices, TextBox, TextField } from '../../parts/text-field.tsx'
import { texts } from '../texts.ts'
import type { StepProps } from './form.ts'

/** 签名: the person, or why not and who saw it; then both officers. The second signs once more under his own account. */
export function SignStep({ draft, set, staff, second }: StepProps) {
  const t = texts.useTexts()
  return (
    <>
      <Choices
        label={t('signs.who', { name: draft.person })}
        value={draft.signs}
        set={signs => set({ signs })}
        options={(['signed', 'refused'] as const).map(value => ({ value, label: t(value) }))}
      />
      {draft.signs === 'signed' ? (
        <ForCitizen label={t('signs.who', { name: draft.person })}>
          <SignaturePad
            label={t('sign.person', { name: draft.person })}
            strokes={draft.signature}
            set={signature => set({ signature })}
          />
        </ForCitizen>
      ) : (
        <>
          <TextBox label={t('refused.why')} value={draft.refused} set={refused => set({ refused })} />
          <TextField label={t('witness')} value={draft.witness} set={witness => set({ witness })} maxLength={60} />
        </>
      )}
      <SignaturePad
        label={t('sign.officer', { name: staff.name })}
        strokes={draft.first}
        set={first => set({ first })}
      />
      <SignaturePad
        label={t('sign.officer', { name: second.name })}
        strokes={draft.second}
        set={next => set({ second: next })}
      />
      <p className="quiet">{t('sign.later', { name: second.name })}</p>
    </>
  )
}

import { ForCitizen } from '../../parts/for-citizen.tsx'
import { SignaturePad } from '../../parts/signature-pad.tsx'
import { Choices, TextBox, TextField, Tick } from '../../parts/text-field.tsx'
import { texts } from '../texts.ts'
import type { StepProps } from './form.ts'

/** 签名: both verifiers, and the applicant, or why he did not sign; a refusal is written down, not argued with. */
export function SignStep({ draft, set, task, bundle, staff }: StepProps) {
  const t = texts.useTexts()
  // Who has an interest in this matter on record does not go (行政处罚法 §43).
  const others = bundle.colleagues.filter(({ id }) => !task.standBack?.includes(id))
  const second = bundle.colleagues.find(({ id }) => id === draft.second)
  return (
    <>
      <Choices
        label={t('second')}
        value={draft.second === '' ? undefined : draft.second}
        set={id => set({ second: id })}
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Tick label={t('interest')} value={draft.noInterest} set={noInterest => set({ noInterest })} />
      <SignaturePad label={t('sign.first', { name: staff.name })} strokes={draft.first} set={first => set({ first })} />
      <SignaturePad
        label={second === undefined ? t('sign.second') : t('sign.second.named', { name: second.name })}
        strokes={draft.secondSign}
        set={secondSign => set({ secondSign })}
      />
      <Choices
        label={t('applicant.how')}
        value={draft.applicant}
        set={applicant => set({ applicant })}
        options={(['signed', 'refused', 'absent'] as const).map(value => ({ value, label: t(value) }))}
      />
      {draft.applicant === 'signed' ? (
        <ForCitizen label={t('applicant.how')}>
          <TextField
            label={t('applicant.name')}
            value={draft.applicantName}
            set={applicantName => set({ applicantName })}
            maxLength={30}
          />
          <SignaturePad
            label={t('sign.applicant')}
            strokes={draft.applicantStrokes}
            set={applicantStrokes => set({ applicantStrokes })}
          />
        </ForCitizen>
      ) : (
        <TextBox
          label={t(`${draft.applicant}.why`)}
          value={draft.applicantWhy}
          set={applicantWhy => set({ applicantWhy })}
        />
      )}
    </>
  )
}

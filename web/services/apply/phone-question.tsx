import { Facts } from '../kit/facts.tsx'
import { NumberPad } from '../kit/number-pad.tsx'
import { applyTexts } from './texts.ts'

/** Question 2: is the number on file right? */
export function PhoneQuestion({ phoneMasked }: { phoneMasked: string | null }) {
  const t = applyTexts.useTexts()
  return (
    <>
      {phoneMasked === null ? null : <Facts facts={[{ label: t('phoneOnFile'), value: phoneMasked, strong: true }]} />}
      <p>{t('phoneWhy')}</p>
    </>
  )
}

interface EntryProps {
  digits: string
  wrong: boolean
  onChange: (digits: string) => void
}

/** Question 2, the other answer: the new number, on a pad. */
export function PhoneEntry({ digits, wrong, onChange }: EntryProps) {
  const t = applyTexts.useTexts()
  return (
    <NumberPad
      label={t('phoneLabel')}
      digits={digits}
      error={wrong ? t('phoneWrong') : undefined}
      onChange={onChange}
    />
  )
}

import { SignaturePad } from '../kit/signature-pad.tsx'
import type { Drawing } from './signature.ts'
import { applyTexts } from './texts.ts'

interface Props {
  drawing: Drawing
  wrong: boolean
  onChange: (drawing: Drawing) => void
}

/** Question 4: the signature. Who cannot write calls a helper; the helper never signs for anybody. */
export function SignatureQuestion({ drawing, wrong, onChange }: Props) {
  const t = applyTexts.useTexts()
  return (
    <>
      <p>{t('signWhy')}</p>
      <SignaturePad drawing={drawing} onChange={onChange} />
      <p className="field-error" role="alert">
        {wrong ? t('signMissing') : ''}
      </p>
    </>
  )
}

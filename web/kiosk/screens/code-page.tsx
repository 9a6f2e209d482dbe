import { useState } from 'react'
import { NumberPad } from '../../services/kit/number-pad.tsx'
import { Frame, type PageProps } from '../frame/frame.tsx'
import { texts } from '../texts.ts'
import type { SentCode } from '../visit/state.ts'

const codeLength = 6

/** 短信验证码 beside the card: what is typed lives on this page only; the sixth digit sends it, as the title says. */
export function CardCodePage({ kiosk, send, sent, wrong }: PageProps & { sent: SentCode; wrong: string | undefined }) {
  const t = texts.useTexts()
  const [digits, setDigits] = useState('')
  const type = (typed: string) => {
    setDigits(typed)
    if (typed.length === codeLength && digits.length < codeLength) send({ is: 'codeTyped', code: typed })
  }
  return (
    <Frame
      kiosk={kiosk}
      send={send}
      title={t('codeTitle')}
      say="cardCode"
      back={() => send({ is: 'back' })}
      other={{ label: t('codeAgain'), press: () => send({ is: 'proofChosen', way: 'code' }) }}
    >
      <p>{t('codeSent', { phone: sent.phoneMasked, minutes: sent.minutes })}</p>
      <NumberPad label={t('codeLabel')} digits={digits} error={wrong} onChange={type} />
    </Frame>
  )
}

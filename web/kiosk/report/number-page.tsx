import { useState } from 'react'
import { CodePad } from '../../services/kit/code-pad.tsx'
import { NumberPad } from '../../services/kit/number-pad.tsx'
import { Frame, type PageProps } from '../frame/frame.tsx'
import { type Answers, phoneIsWhole, plateIsWhole, plateLetters } from './answers.ts'
import { reportTexts } from './texts.ts'

type KnownNumber = NonNullable<Answers['number']>

interface Props extends PageProps {
  readonly answers: Answers
  readonly said: (number: KnownNumber) => void
  readonly back: () => void
}

/** The one thing that is typed: a plate or a telephone of whom is reported. */
export function NumberPage({ kiosk, send, answers, said, back }: Props) {
  const t = reportTexts.useTexts()
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const kind = answers.number?.kind ?? 'phone'
  const whole = kind === 'phone' ? phoneIsWhole(typed) : plateIsWhole(typed)
  const change = (text: string) => {
    setTried(false)
    setTyped(text)
  }
  const next = () => (whole ? said({ kind, value: typed }) : setTried(true))
  const wrong = tried && !whole ? t(kind === 'phone' ? 'phoneWrong' : 'plateWrong') : undefined
  return (
    <Frame
      kiosk={kiosk}
      send={send}
      title={t(kind)}
      say={kind === 'phone' ? 'reportPhone' : 'reportPlate'}
      back={back}
      main={{ label: t('next'), press: next }}
    >
      {kind === 'phone' ? (
        <>
          <p>{t('phoneHint')}</p>
          <NumberPad label={t('phoneLabel')} digits={typed} error={wrong} onChange={change} />
        </>
      ) : (
        <CodePad
          label={t('plateLabel')}
          letters={plateLetters}
          length={7}
          typed={typed}
          error={wrong}
          onChange={change}
        />
      )}
    </Frame>
  )
}

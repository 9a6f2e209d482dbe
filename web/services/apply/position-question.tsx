import { useState } from 'react'
import { type Answers, answersToSend, type Known, type Question, services } from '#contract/licensing'
import { pick } from '../../shared/i18n.ts'
import { Button } from '../kit/button.tsx'
import { type Pin, pinOfText, textOfPin } from '../place/pin.ts'
import { PlacePicker } from '../place/place-picker.tsx'
import { applyTexts } from './texts.ts'

interface Props {
  readonly question: Question
  readonly known: Known
  readonly said: Answers
  readonly draft: string
  readonly onAnswer: (value: string) => void
}

/** 位置: a pin that the applicant sets, or left to the two officers who measure in any case. */
export function PositionQuestion({ question, known, said, draft, onAnswer }: Props) {
  const t = applyTexts.useTexts()
  const [pin, setPin] = useState<Pin | undefined>(() => pinOfText(draft))
  const { town, address = '' } = answersToSend(services.issue.questions, said, known)
  return (
    <>
      {question.hint ? <p>{pick(question.hint.zh, question.hint.en)}</p> : null}
      <PlacePicker {...{ pin, town, address }} onPin={setPin} locates />
      <div className="buttons">
        {pin === undefined ? null : (
          <Button kind="main" onPress={() => onAnswer(textOfPin(pin))}>
            {t('placeHere')}
          </Button>
        )}
        <Button kind="quiet" onPress={() => onAnswer('')}>
          {t('placeLater')}
        </Button>
      </div>
      <p className="quiet">{t('placeLaterWhy')}</p>
    </>
  )
}

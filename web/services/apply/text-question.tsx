import { useId } from 'react'
import type { Question } from '#contract/licensing'
import { pick } from '../../shared/i18n.ts'
import { Choices } from '../kit/button.tsx'
import { NumberPad } from '../kit/number-pad.tsx'
import type { AskedProps } from './asked-question.tsx'
import { applyTexts } from './texts.ts'

type TextAsked = Extract<Question, { kind: 'text' | 'number' | 'phone' }>

/** 文字: what a register says is offered first; a terminal without a keyboard leaves the rest to an officer. */
export function TextQuestion({ question, known, draft, onDraft, onAnswer, typing }: AskedProps<TextAsked>) {
  const t = applyTexts.useTexts()
  const id = useId()
  if (question.kind !== 'text')
    return (
      <NumberPad
        label={question.kind === 'phone' ? t('phoneLabel') : pick(question.unit.zh, question.unit.en)}
        digits={draft}
        error={undefined}
        onChange={onDraft}
      />
    )
  const suggested = question.suggestion?.(known) ?? null
  const choices = [
    ...(suggested === null ? [] : [{ key: suggested, label: suggested, detail: t('fromRegister') }]),
    ...(typing || !question.optional ? [] : [{ key: '', label: t('officerAsks'), detail: t('officerAsksWhy') }]),
  ]
  return (
    <>
      {choices.length > 0 ? <Choices choices={choices} onChoose={onAnswer} /> : null}
      {typing ? (
        <p className="typed">
          <label htmlFor={id}>{t(suggested === null ? 'typeHere' : 'typeOther')}</label>
          <input
            id={id}
            type="text"
            autoComplete="off"
            maxLength={question.maxLength}
            value={draft}
            onChange={event => onDraft(event.target.value)}
          />
        </p>
      ) : null}
    </>
  )
}

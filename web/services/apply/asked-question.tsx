import { chosen, type Known, type Question } from '#contract/licensing'
import { pick } from '../../shared/i18n.ts'
import { Choices } from '../kit/button.tsx'
import type { ApplyAnswers } from './answers.ts'
import { DateQuestion } from './date-question.tsx'
import { TextQuestion } from './text-question.tsx'
import { ToggleChoices } from './toggle-choices.tsx'

export interface AskedProps<Q extends Question = Question> {
  question: Q
  known: Known
  said: ApplyAnswers['said']
  /** What is chosen or typed on this page so far; the page's main button sends it. */
  draft: string
  onDraft: (value: string) => void
  /** A tap that is an answer by itself. */
  onAnswer: (value: string) => void
  /** Whether words can be typed here; a terminal has no keyboard. */
  typing: boolean
}

/** Whether one tap answers, or the page needs its main button. */
export const needsButton = (question: Question): boolean =>
  question.kind === 'choices' || question.kind === 'number' || question.kind === 'phone' || question.kind === 'text'

/** One question of the service's own definition. */
export function AskedQuestion(props: AskedProps) {
  const { question, draft, onDraft, onAnswer } = props
  const hint = question.hint ? <p>{pick(question.hint.zh, question.hint.en)}</p> : null
  return (
    <>
      {hint}
      {question.kind === 'choice' ? (
        <Choices choices={question.options.map(choiceOf)} onChoose={onAnswer} />
      ) : question.kind === 'choices' ? (
        <ToggleChoices
          choices={question.options.map(choiceOf)}
          chosen={chosen({ it: draft }, 'it')}
          onChange={values => onDraft(values.join(','))}
        />
      ) : question.kind === 'date' ? (
        <DateQuestion {...props} question={question} />
      ) : question.kind === 'town' ? (
        <Choices
          choices={(props.known.newShop?.towns ?? []).map(({ code, name }) => ({ key: code, label: name }))}
          onChoose={onAnswer}
        />
      ) : question.kind === 'position' ? // 新办 alone asks it, on a page of its own: a terminal carries no map.
      null : (
        <TextQuestion {...props} question={question} />
      )}
    </>
  )
}

export const choiceOf = (option: { value: string; zh: string; en: string; detail?: { zh: string; en: string } }) => ({
  key: option.value,
  label: pick(option.zh, option.en),
  detail: option.detail ? pick(option.detail.zh, option.detail.en) : undefined,
})

/** The title of the page; a question asks for itself. */
export const titleOf = (question: Question): string => pick(question.title.zh, question.title.en)

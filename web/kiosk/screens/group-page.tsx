import { useState } from 'react'
import type { Question } from '#contract/licensing'
import { choiceOf, titleOf } from '../../services/apply/asked-question.tsx'
import { ToggleChoices } from '../../services/apply/toggle-choices.tsx'
import { pick } from '../../shared/i18n.ts'
import { Frame } from '../frame/frame.tsx'

type Frames = Omit<Parameters<typeof Frame>[0], 'title' | 'children'>

interface Props {
  frame: Frames
  questions: readonly (Question & { readonly kind: 'choice' })[]
  said: Readonly<Record<string, string>>
  onAnswer: (answers: Readonly<Record<string, string>>) => void
}

/** Short questions that belong together, on one page: a tap each, and the last one goes on. */
export function GroupPage({ frame, questions, said, onAnswer }: Props) {
  const [chosen, setChosen] = useState(said)
  const [first] = questions
  const choose = (key: string, value: string) => {
    const now = { ...chosen, [key]: value }
    setChosen(now)
    if (questions.every(question => now[question.key] !== undefined)) onAnswer(now)
  }
  return (
    <Frame {...frame} title={first ? titleOf(first) : ''}>
      <div className="two-parts">
        {questions.map(question => (
          <section key={question.key} className="page-part" aria-label={titleOf(question)}>
            {question === first ? null : <h2>{titleOf(question)}</h2>}
            {question.hint ? <p>{pick(question.hint.zh, question.hint.en)}</p> : null}
            <ToggleChoices
              single
              choices={question.options.map(choiceOf)}
              chosen={[chosen[question.key] ?? '']}
              onChange={values => choose(question.key, values.at(-1) ?? '')}
            />
          </section>
        ))}
      </div>
    </Frame>
  )
}

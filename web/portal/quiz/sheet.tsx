import { type FormEvent, useId, useState } from 'react'
import type { Asked, Chosen } from '#contract/outreach'
import type { Problem } from '../../shared/api.ts'
import { ProblemNote, problemIn } from '../session/problem-note.tsx'
import { texts } from './texts.ts'

/** 答卷: every question once; what is missing is said and found. */
export function Sheet({ items, send }: { items: readonly Asked[]; send: (answers: Chosen[]) => Promise<void> }) {
  const t = texts.useTexts()
  const id = useId()
  const [chosen, setChosen] = useState<Readonly<Record<string, number>>>({})
  const [tried, setTried] = useState(false)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const open = items.filter(item => chosen[item.id] === undefined)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const [first] = open
    if (first) return document.getElementById(`${id}-${first.id}-0`)?.focus()
    setSending(true)
    setProblem(undefined)
    try {
      await send(items.map(item => ({ item: item.id, chosen: chosen[item.id] ?? 0 })))
    } catch (error) {
      setProblem(problemIn(error))
      setSending(false)
    }
  }
  return (
    <form className="quiz" onSubmit={event => void submit(event)}>
      {items.map((item, n) => (
        <fieldset key={item.id} lang="zh-CN">
          <legend>
            <span className="quiet">{t('question', { n: n + 1, count: items.length })}</span>
            <strong>{item.question}</strong>
          </legend>
          {item.options.map((option, choice) => (
            <label key={option} className="quiz-option">
              <input
                type="radio"
                id={`${id}-${item.id}-${choice}`}
                name={`${id}-${item.id}`}
                checked={chosen[item.id] === choice}
                onChange={() => setChosen({ ...chosen, [item.id]: choice })}
              />
              <span>{option}</span>
            </label>
          ))}
        </fieldset>
      ))}
      {tried && open.length > 0 ? (
        <p role="alert" className="callout callout-bad">
          {t('missing', { count: open.length })}
        </p>
      ) : null}
      <ProblemNote problem={problem} />
      <div className="buttons">
        <button type="submit" className="act" disabled={sending}>
          {t(sending ? 'sending' : 'send')}
        </button>
      </div>
    </form>
  )
}

import { type FormEvent, useId, useState } from 'react'
import { freshKey, type Problem } from '../../shared/api.ts'
import { ProblemNote, problemIn } from '../session/problem-note.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly label: string
  readonly why: string
  readonly note: string
  readonly send: (words: string, key: string) => Promise<unknown>
  readonly done: () => void
}

/** One thing to ask in own words: a button, then a box; what was written stays until it was taken. */
export function Ask({ label, why, note, send, done }: Props) {
  const t = texts.useTexts()
  const id = useId()
  const [open, setOpen] = useState(false)
  const [words, setWords] = useState('')
  const [key, setKey] = useState(freshKey)
  const [problem, setProblem] = useState<Problem>()
  const [sending, setSending] = useState(false)
  if (!open)
    return (
      <div className="buttons">
        <button type="button" className="act plain" onClick={() => setOpen(true)}>
          {label}
        </button>
      </div>
    )
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    try {
      await send(words.trim(), key)
      done()
    } catch (error) {
      setProblem(problemIn(error))
      setKey(freshKey())
    } finally {
      setSending(false)
    }
  }
  return (
    <form onSubmit={event => void submit(event)} aria-label={label}>
      <label htmlFor={id}>{why}</label>
      <textarea
        id={id}
        className="credit-words"
        rows={4}
        maxLength={1000}
        value={words}
        onChange={event => setWords(event.target.value)}
      />
      {note === '' ? null : <p className="quiet small">{note}</p>}
      <ProblemNote problem={problem} />
      <div className="buttons">
        <button type="submit" className="act" disabled={words.trim() === '' || sending}>
          {t('send')}
        </button>
        <button type="button" className="act plain" onClick={() => setOpen(false)}>
          {t('cancel')}
        </button>
      </div>
    </form>
  )
}

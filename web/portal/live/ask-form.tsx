import { type FormEvent, useRef, useState } from 'react'
import { liveRoutes as routes } from '#contract/outreach'
import { callAsNobody, freshKey, type Problem } from '../../shared/api.ts'
import { ownMark } from '../quiz/own-mark.ts'
import { ProblemNote, problemIn } from '../session/problem-note.tsx'
import { texts } from './texts.ts'

/** 匿名提问: nothing is shown before an officer has looked at it. */
export function AskForm({ id }: { id: string }) {
  const t = texts.useTexts()
  const [words, setWords] = useState('')
  const [state, setState] = useState<'open' | 'sending' | 'sent'>('open')
  const [problem, setProblem] = useState<Problem>()
  const once = useRef(freshKey())
  const send = (event: FormEvent) => {
    event.preventDefault()
    setState('sending')
    setProblem(undefined)
    const body = { viewer: ownMark(id), words: words.trim() }
    callAsNobody(routes.askLive, { params: { id }, body, idempotencyKey: once.current }).then(
      () => {
        once.current = freshKey()
        setWords('')
        setState('sent')
      },
      error => {
        once.current = freshKey()
        setState('open')
        setProblem(problemIn(error))
      },
    )
  }
  return (
    <form className="live-ask" onSubmit={send}>
      <label htmlFor="live-question">{t('ask')}</label>
      <p className="quiet" id="live-question-help">
        {t('ask.help')}
      </p>
      <textarea
        id="live-question"
        aria-describedby="live-question-help"
        rows={2}
        maxLength={200}
        value={words}
        onChange={event => setWords(event.target.value)}
      />
      <button type="submit" className="act" disabled={words.trim().length < 2 || state === 'sending'}>
        {t(state === 'sending' ? 'sending' : 'send')}
      </button>
      {state === 'sent' ? <p role="status">{t('sent')}</p> : null}
      <ProblemNote problem={problem} />
    </form>
  )
}

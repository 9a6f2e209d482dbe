import { useEffect, useRef, useState } from 'react'
import type { CheckResult, SubmitApplication } from '#contract/licensing'
import { freshKey, type Problem } from '../../shared/api.ts'
import { Page } from '../app/page.tsx'
import { ProblemNote, problemIn } from '../session/problem-note.tsx'
import type { ApplyDoor } from './door.ts'
import { texts } from './texts.ts'

interface Props {
  /** The application as it stands; undefined while something is missing, which leads back. */
  readonly bodyOf: (startedAt: string) => SubmitApplication | undefined
  readonly submit: ApplyDoor['submit']
  readonly done: (result: CheckResult) => void
  readonly goBack: () => void
  readonly backLabel: string
}

/** One key for one intended submission, however often it is tried again after a lost network. */
export function SendingPage({ bodyOf, submit, done, goBack, backLabel }: Props) {
  const t = texts.useTexts()
  const key = useRef(freshKey())
  const begun = useRef(new Date().toISOString())
  const [problem, setProblem] = useState<Problem>()
  const send = () => {
    setProblem(undefined)
    const body = bodyOf(begun.current)
    if (body === undefined) return goBack()
    submit(body, key.current).then(done, error => setProblem(problemIn(error)))
  }
  const first = useRef(send)
  useEffect(() => first.current(), [])
  if (problem === undefined) return <p role="status">{t('submitting')}</p>
  return (
    <Page title={t('failed')}>
      <ProblemNote problem={problem} />
      <div className="buttons">
        <button type="button" className="act" onClick={send}>
          {t('again')}
        </button>
        <button type="button" className="act plain" onClick={goBack}>
          {backLabel}
        </button>
      </div>
    </Page>
  )
}

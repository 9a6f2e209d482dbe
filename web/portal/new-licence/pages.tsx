import { type ReactNode, useEffect, useRef, useState } from 'react'
import { routes } from '#contract/licensing'
import { applyTexts } from '../../services/apply/texts.ts'
import { callFromPortal, freshKey, type Problem } from '../../shared/api.ts'
import { goTo, paths } from '../app/address.ts'
import { Page } from '../app/page.tsx'
import { KeepDraft } from '../apply/keep-draft.tsx'
import { ResultPage } from '../apply/result-page.tsx'
import { texts as applyPageTexts } from '../apply/texts.ts'
import { ProblemNote, problemIn } from '../session/problem-note.tsx'
import { answeredNew, backNew, draftOfNew, type NewFlow, placeInLine, submissionOfNew } from './flow.ts'
import { NewQuestion } from './question.tsx'

export interface NewProps {
  flow: NewFlow
  setFlow: (flow: NewFlow) => void
}

/** One page at a time, to the receipt. */
export function NewPages({ flow, setFlow }: NewProps) {
  const { at } = flow
  if (at.name === 'submit') return <Submit flow={flow} setFlow={setFlow} />
  if (at.name === 'result') return <ResultPage result={at.result} service="issue" />
  if (at.name === 'look') return null
  return (
    <NewQuestion key={at.step} flow={flow} step={at.step} onGive={given => setFlow(answeredNew(flow, given))}>
      {(title, body, acts) => (
        <Frame flow={flow} setFlow={setFlow} title={title} acts={acts}>
          {body}
        </Frame>
      )}
    </NewQuestion>
  )
}

export interface Act {
  readonly label: string
  readonly press: () => void
}

function Frame({
  flow,
  setFlow,
  title,
  acts,
  children,
}: NewProps & { title: string; acts: readonly Act[]; children: ReactNode }) {
  const t = applyPageTexts.useTexts()
  const place = placeInLine(flow)
  const before = backNew(flow)
  return (
    <>
      {place ? <p className="apply-place">{t('place', place)}</p> : null}
      <Page title={title}>
        <div className="apply-body">{children}</div>
        <div className="buttons">
          {acts.map((act, index) => (
            <button key={act.label} type="button" className={index === 0 ? 'act' : 'act plain'} onClick={act.press}>
              {act.label}
            </button>
          ))}
        </div>
        <div className="apply-ways">
          <button type="button" className="act plain" onClick={() => (before ? setFlow(before) : goTo(paths.home))}>
            {t(before ? 'back' : 'leave')}
          </button>
          <KeepDraft draft={draftOfNew(flow)} />
          <a className="act plain" href="tel:12313">
            {t('help')}
          </a>
        </div>
      </Page>
    </>
  )
}

/** One key for one intended submission, however often it is tried again after a lost network. */
function Submit({ flow, setFlow }: NewProps) {
  const t = applyPageTexts.useTexts()
  const apply = applyTexts.useTexts()
  const key = useRef(freshKey())
  const begun = useRef(new Date().toISOString())
  const [problem, setProblem] = useState<Problem>()
  const send = () => {
    setProblem(undefined)
    const body = submissionOfNew(flow, begun.current)
    if (body === undefined) return setFlow(backNew(flow) ?? flow)
    callFromPortal(routes.submit, { body, idempotencyKey: key.current, patience: 40_000 }).then(
      result => setFlow({ ...flow, at: { name: 'result', result } }),
      error => setProblem(problemIn(error)),
    )
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
        <button type="button" className="act plain" onClick={() => setFlow(backNew(flow) ?? flow)}>
          {apply('stopBack')}
        </button>
      </div>
    </Page>
  )
}

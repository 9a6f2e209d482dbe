import { useEffect, useState } from 'react'
import { webRoutes as routes } from '#contract/access'
import { callFromPortal, type Problem } from '../../shared/api.ts'
import { goTo } from '../app/address.ts'
import { Page } from '../app/page.tsx'
import { ProblemNote, problemIn } from './problem-note.tsx'
import { texts } from './texts.ts'
import { setVisitor, takeReturn } from './visitor.ts'

let begun = ''

/** Back from the unified identity: the answer leaves the address at once and is posted from our own page. */
export default function SignedInPage() {
  const t = texts.useTexts()
  const [problem, setProblem] = useState<Problem>()
  useEffect(() => {
    const query = location.search
    // The provider's code works once; a page drawn twice must not send it twice.
    if (query === '' || query === begun) return
    begun = query
    history.replaceState(null, '', '/signed-in')
    callFromPortal(routes.finishUnifiedIdentity, { body: { query } }).then(
      visitor => {
        setVisitor(visitor)
        goTo(takeReturn())
      },
      error => setProblem(problemIn(error)),
    )
  }, [])
  return (
    <Page title={t(problem === undefined ? 'returning' : 'title')}>
      {problem === undefined ? <p role="status">{t('returning')}</p> : <ProblemNote problem={problem} />}
      {problem === undefined ? null : (
        <div className="buttons">
          <button type="button" className="act" onClick={() => goTo(takeReturn())}>
            {t('back')}
          </button>
        </div>
      )}
    </Page>
  )
}

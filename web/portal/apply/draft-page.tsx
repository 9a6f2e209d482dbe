import { useEffect, useState } from 'react'
import { draftRoutes as routes } from '#contract/licensing'
import { callFromPortal, type Problem } from '../../shared/api.ts'
import { goTo, paths, useHash } from '../app/address.ts'
import { Page } from '../app/page.tsx'
import { SignedInOnly } from '../session/gate.tsx'
import { ProblemNote, problemIn } from '../session/problem-note.tsx'
import { texts } from './texts.ts'

/** 草稿码 from a QR: `/d#CODE`. Opens the service it belongs to, for its own person only. */
export default function DraftPage() {
  const code = useHash().replace(/^#(draft=)?/u, '')
  return <SignedInOnly back={`${paths.draft}#${code}`}>{() => <Open code={code} />}</SignedInOnly>
}

function Open({ code }: { code: string }) {
  const t = texts.useTexts()
  const [problem, setProblem] = useState<Problem>()
  useEffect(() => {
    callFromPortal(routes.openDraft, { body: { code } }).then(
      draft => goTo(`/apply/${draft.service}#${draft.code}`),
      error => setProblem(problemIn(error)),
    )
  }, [code])
  return (
    <Page title={t('draft')}>{problem ? <ProblemNote problem={problem} /> : <p role="status">{t('loading')}</p>}</Page>
  )
}

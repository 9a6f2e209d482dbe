import { useEffect, useState } from 'react'
import { draftRoutes, routes, services } from '#contract/licensing'
import { callFromPortal, type Problem } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { paths, useHash } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { Page } from '../app/page.tsx'
import { GuideFilm } from '../pages/guides/guide-film.tsx'
import { SignedInOnly } from '../session/gate.tsx'
import { ProblemNote, problemIn } from '../session/problem-note.tsx'
import { SignIn } from '../session/sign-in.tsx'
import { goToIdentity, useVisitor } from '../session/visitor.ts'
import { beginNew, looked, type NewFlow, placeOf } from './flow.ts'
import { NewPages } from './pages.tsx'
import { texts } from './texts.ts'
import '../apply/apply.css'
import './new-licence.css'

/** 新办: what it takes is said before anybody signs in; a draft's code stands behind the `#`. */
export default function NewLicencePage() {
  const code = useHash().slice(1)
  const [begun, setBegun] = useState(code !== '')
  if (!begun) return <Guide onBegin={() => setBegun(true)} />
  const back = `${paths.issue}#${code === '' ? 'begin' : code}`
  return <SignedInOnly back={back}>{({ method }) => <Begin key={code} code={code} method={method} />}</SignedInOnly>
}

/** Three lines that everybody should know, the rest behind an opening; the one way of signing in that will do is the button. */
function Guide({ onBegin }: { onBegin: () => void }) {
  const t = texts.useTexts()
  const signed = useVisitor()
  const [problem, setProblem] = useState<Problem>()
  const isProven = typeof signed === 'object' && signed.method === 'oidc'
  const begin = () =>
    isProven ? onBegin() : void goToIdentity(`${paths.issue}#begin`).catch(error => setProblem(problemIn(error)))
  return (
    <Page title={t('title')}>
      <ul>
        {(['need', 'visit', 'rules'] as const).map(line => (
          <li key={line}>{t(line)}</li>
        ))}
      </ul>
      <ProblemNote problem={problem} />
      <div className="buttons">
        <button type="button" className="act" onClick={begin}>
          {t('begin')}
        </button>
      </div>
      <details className="more-words">
        <summary>{t('more')}</summary>
        {(['time', 'bring', 'number', 'layout', 'where'] as const).map(line => (
          <p key={line}>{t(line)}</p>
        ))}
      </details>
      <p>
        <Link to={paths.points}>{t('points')}</Link>
      </p>
      <GuideFilm name="issue" service={pick(services.issue.name.zh, services.issue.name.en)} />
    </Page>
  )
}

function Begin({ code, method }: { code: string; method: string }) {
  const t = texts.useTexts()
  const [flow, setFlow] = useState<NewFlow>()
  const [problem, setProblem] = useState<Problem>()
  useEffect(() => {
    const isDraft = code !== '' && code !== 'begin'
    const load = isDraft ? callFromPortal(draftRoutes.openDraft, { body: { code } }) : Promise.resolve(undefined)
    load.then(draft => setFlow(beginNew(draft))).catch(error => setProblem(problemIn(error)))
  }, [code])
  const looking = flow?.at.name === 'look' ? flow : undefined
  useEffect(() => {
    if (!looking) return
    callFromPortal(routes.newSheet, { body: { answers: placeOf(looking) } }).then(
      sheet => setFlow(looked(looking, sheet)),
      error => setProblem(problemIn(error)),
    )
  }, [looking])
  if (problem)
    return (
      <Page title={t('title')}>
        <ProblemNote problem={problem} />
        <div className="buttons">
          <button type="button" className="act" onClick={() => location.reload()}>
            {t('again')}
          </button>
        </div>
      </Page>
    )
  if (!flow || looking) return <p role="status">{t('loading')}</p>
  const { name, stepUp } = services.issue
  if (stepUp && flow.sheet && !flow.sheet.policy.stepUpMethods.includes(method))
    return <SignIn back={`${paths.issue}#${code === '' ? 'begin' : code}`} stepUp={pick(name.zh, name.en)} />
  return <NewPages flow={flow} setFlow={setFlow} />
}

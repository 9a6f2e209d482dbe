import { useEffect, useState } from 'react'
import { type MandateView, mandateRoutes } from '#contract/licensing'
import { callFromPortal, type Problem } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { actOf, actPath, paths, usePath } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { Page } from '../app/page.tsx'
import { agentApplyDoor } from '../apply/door.ts'
import { beginFor, type Flow, type LicenceService } from '../apply/flow.ts'
import { FlowPages } from '../apply/flow-pages.tsx'
import { SignedInOnly } from '../session/gate.tsx'
import { ProblemNote, problemIn } from '../session/problem-note.tsx'
import '../apply/apply.css'
import { texts } from './texts.ts'

/** 受托办理 (行政许可法 29): the agent, signed in as himself, acts within the mandate and nowhere else. */
export default function AgentPage() {
  const { mandateId = '', service = '' } = actOf(usePath()) ?? {}
  return (
    <SignedInOnly back={actPath(mandateId, service)}>
      {({ method }) => <Take key={mandateId + service} {...{ mandateId, service, method }} />}
    </SignedInOnly>
  )
}

/** The mandate as it stands now: withdrawn or over, it is not in the list any more. */
function Take({ mandateId, service, method }: { mandateId: string; service: string; method: string }) {
  const t = texts.useTexts()
  const [held, setHeld] = useState<readonly MandateView[]>()
  const [problem, setProblem] = useState<Problem>()
  useEffect(() => {
    callFromPortal(mandateRoutes.myMandates).then(
      mandates => setHeld(mandates.held),
      error => setProblem(problemIn(error)),
    )
  }, [])
  const mandate = held?.find(one => one.mandateId === mandateId)
  const named = mandate?.services.find(one => one.service === service)
  if (mandate && named && named.service !== 'issue')
    return <Act mandate={mandate} service={named.service} name={pick(named.label, named.labelEn)} method={method} />
  if (!held && !problem) return <p role="status">{t('loading')}</p>
  return (
    <Page title={t('none')}>
      {problem ? <ProblemNote problem={problem} /> : <p>{t('none.help')}</p>}
      <p>
        <Link to={paths.mandates}>{t('mandates')}</Link>
      </p>
    </Page>
  )
}

interface ActProps {
  mandate: MandateView
  service: LicenceService
  name: string
  method: string
}

/** The same pages as for an own licence, with the holder named above every one of them. */
function Act({ mandate, service, name, method }: ActProps) {
  const t = texts.useTexts()
  const [flow, setFlow] = useState<Flow>(() => beginFor(mandate, service))
  const [door] = useState(() => agentApplyDoor(mandate, service))
  return (
    <>
      <p className="callout" role="note">
        {t('acting', { name: mandate.principal.name, shop: mandate.shopName, service: name })}
      </p>
      <FlowPages {...{ flow, setFlow, door, method, name }} />
    </>
  )
}

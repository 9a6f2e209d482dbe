import { useEffect, useState } from 'react'
import { draftRoutes, routes, type ServiceCode, services } from '#contract/licensing'
import { callFromPortal, type Problem } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { paths, useHash, usePath } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { Page } from '../app/page.tsx'
import NewLicencePage from '../new-licence/new-licence-page.tsx'
import { SignedInOnly } from '../session/gate.tsx'
import { ProblemNote, problemIn } from '../session/problem-note.tsx'
import { ownApplyDoor } from './door.ts'
import { begin, type Flow, type LicenceService } from './flow.ts'
import { FlowPages } from './flow-pages.tsx'
import { texts } from './texts.ts'
import './apply.css'

const isService = (text: string): text is ServiceCode => Object.hasOwn(services, text)

/** 办理一件事: `/apply/renewal`; a draft's code stands behind the `#`, which no server sees. */
export default function ApplyPage() {
  const path = usePath()
  const code = useHash().slice(1)
  const service = path.split('/')[2] ?? ''
  // 新办 has a page of its own; an unknown word leads there too, where every way begins.
  if (!isService(service) || service === 'issue') return <NewLicencePage />
  return (
    <SignedInOnly back={path + (code === '' ? '' : `#${code}`)}>
      {visitor => <Begin key={`${path}#${code}`} service={service} code={code} method={visitor.method} />}
    </SignedInOnly>
  )
}

function Begin({ service, code, method }: { service: LicenceService; code: string; method: string }) {
  const t = texts.useTexts()
  const [flow, setFlow] = useState<Flow>()
  const [problem, setProblem] = useState<Problem>()
  useEffect(() => {
    const load = async () => {
      const draft = code === '' ? undefined : await callFromPortal(draftRoutes.openDraft, { body: { code } })
      const { items } = await callFromPortal(routes.myLicences)
      setFlow(begin(service, items, draft))
    }
    load().catch(error => setProblem(problemIn(error)))
  }, [service, code])
  const name = pick(services[service].name.zh, services[service].name.en)
  if (problem)
    return (
      <Page title={name}>
        <ProblemNote problem={problem} />
      </Page>
    )
  if (!flow) return <p role="status">{t('loading')}</p>
  if (flow.licences.length === 0)
    return (
      <Page title={t('noLicence')}>
        <p>{t('noLicence.help')}</p>
        <p>
          <Link to={paths.issue}>{t('issue')}</Link>
        </p>
      </Page>
    )
  return <FlowPages flow={flow} setFlow={setFlow} door={ownApplyDoor(service)} method={method} name={name} />
}

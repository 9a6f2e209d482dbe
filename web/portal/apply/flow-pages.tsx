import { useEffect, useState } from 'react'
import { services } from '#contract/licensing'
import { submissionOf } from '../../services/apply/answers.ts'
import { applyTexts } from '../../services/apply/texts.ts'
import { Findings } from '../../services/law/findings.tsx'
import { ChooseLicence } from '../../services/licence/choose-licence.tsx'
import type { Problem } from '../../shared/api.ts'
import { goTo, paths } from '../app/address.ts'
import { Page } from '../app/page.tsx'
import { ProblemNote, problemIn } from '../session/problem-note.tsx'
import { SignIn } from '../session/sign-in.tsx'
import type { ApplyDoor } from './door.ts'
import { back, chooseLicence, type Flow, sheetLoaded } from './flow.ts'
import { QuestionPage } from './question-page.tsx'
import { ResultPage } from './result-page.tsx'
import { SendingPage } from './sending-page.tsx'
import { texts } from './texts.ts'
import { useTop } from './use-top.ts'

export interface FlowProps {
  flow: Flow
  door: ApplyDoor
  setFlow: (flow: Flow) => void
}

/** 搬迁、换主体: stops whose way on is 新办 (reference §2.2). */
const needNew = ['C01', 'C02']

/** One page at a time: a question, what stands in the way, or the result. */
export function FlowPages({ flow, setFlow, door, method, name }: FlowProps & { method: string; name: string }) {
  const t = texts.useTexts()
  const apply = applyTexts.useTexts()
  const { at } = flow
  useTop(at)
  switch (at.name) {
    case 'licence':
      return (
        <Page title={apply('chooseTitle')}>
          <ChooseLicence licences={flow.licences} onChoose={no => setFlow(chooseLicence(flow, no))} />
        </Page>
      )
    case 'loadSheet':
      return <LoadSheet key={at.licenceNo} {...{ flow, setFlow, door, method }} licenceNo={at.licenceNo} />
    case 'stepUp':
      return <SignIn back={door.address} stepUp={name} />
    case 'cannot':
      return (
        <Page title={t('cannot', { service: name })}>
          <Findings findings={at.findings} />
          <p className="quiet">{t('cannot.note')}</p>
          <div className="buttons">
            <button type="button" className="act" onClick={() => goTo(paths.home)}>
              {t('other')}
            </button>
          </div>
        </Page>
      )
    case 'stops':
      return (
        <Page title={apply('stopTitle')}>
          <Findings findings={at.findings} />
          <div className="buttons">
            <button type="button" className="act" onClick={() => setFlow(back(flow) ?? flow)}>
              {apply('stopBack')}
            </button>
            {at.findings.some(({ rule }) => needNew.includes(rule)) && flow.mandate === undefined ? (
              <button type="button" className="act plain" onClick={() => goTo(paths.issue)}>
                {t('issue')}
              </button>
            ) : null}
          </div>
        </Page>
      )
    case 'submit':
      return <Submit {...{ flow, setFlow, door }} />
    case 'result':
      return <ResultPage result={at.result} service={flow.service} door={door} />
    default:
      return <QuestionPage key={at.name === 'question' ? at.step : at.name} {...{ flow, setFlow, door }} />
  }
}

function LoadSheet({ flow, setFlow, door, method, licenceNo }: FlowProps & { method: string; licenceNo: string }) {
  const t = texts.useTexts()
  const [problem, setProblem] = useState<Problem>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each licence; the key of this part says which
  useEffect(() => {
    door.sheet(licenceNo, flow.service).then(
      sheet => {
        const { stepUpMethods } = sheet.policy
        setFlow(sheetLoaded(flow, sheet, services[flow.service].stepUp && !stepUpMethods.includes(method)))
      },
      error => setProblem(problemIn(error)),
    )
  }, [licenceNo])
  return problem ? <ProblemNote problem={problem} /> : <p role="status">{t('loadingSheet')}</p>
}

function Submit({ flow, setFlow, door }: FlowProps) {
  const t = texts.useTexts()
  return (
    <SendingPage
      submit={door.submit}
      bodyOf={startedAt => submissionOf(flow.service, flow.answers, startedAt)}
      done={result => setFlow({ ...flow, at: { name: 'result', result } })}
      goBack={() => setFlow(back(flow) ?? flow)}
      backLabel={t('back')}
    />
  )
}

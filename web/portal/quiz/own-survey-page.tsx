import { useRef, useState } from 'react'
import { type Chosen, type Marked, surveyRoutes as routes } from '#contract/outreach'
import { callFromPortal, freshKey } from '../../shared/api.ts'
import { Page } from '../app/page.tsx'
import { useLoaded } from '../me/use-loaded.ts'
import { SignedInOnly } from '../session/gate.tsx'
import { ProblemNote } from '../session/problem-note.tsx'
import { MarkedSheet } from './marked-sheet.tsx'
import { Sheet } from './sheet.tsx'
import { texts } from './texts.ts'

interface Own {
  readonly id: string
  readonly licenceNo: string
}

/** 知晓率调查 of one's own shop: only who was drawn sees it, and only signed in. */
export function OwnSurveyPage(own: Own) {
  const t = texts.useTexts()
  return <SignedInOnly back={t('title')}>{() => <OwnSurvey {...own} />}</SignedInOnly>
}

function OwnSurvey({ id, licenceNo }: Own) {
  const t = texts.useTexts()
  const params = { id, licenceNo }
  const { value, problem } = useLoaded(() => callFromPortal(routes.ownSurvey, { params }))
  const [marked, setMarked] = useState<Marked>()
  const once = useRef(freshKey())
  if (!value)
    return (
      <Page title={t('title')}>
        {problem ? <ProblemNote problem={problem} /> : <p role="status">{t('loading')}</p>}
      </Page>
    )
  const send = async (answers: Chosen[]) => {
    setMarked(await callFromPortal(routes.answerSurvey, { params, body: { answers }, idempotencyKey: once.current }))
    scrollTo(0, 0)
  }
  return (
    <Page title={value.title}>
      {marked ? (
        <>
          <p>{t('thanks')}</p>
          <MarkedSheet marked={marked} />
        </>
      ) : (
        <>
          <p className="quiet">{t('surveys.help')}</p>
          <Sheet items={value.items} send={send} />
        </>
      )}
    </Page>
  )
}

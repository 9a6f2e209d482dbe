import { lazy, Suspense, useEffect } from 'react'
import { CountdownDialog } from './frame/countdown.tsx'
import type { PageProps } from './frame/frame.tsx'
import { suggestElder } from './preferences.ts'
import { ApplyPage, PhoneEntryPage } from './screens/apply-pages.tsx'
import { ChooseServicePage, GoodbyePage, LayCardPage, WorkingPage } from './screens/card-pages.tsx'
import { CardCodePage } from './screens/code-page.tsx'
import { DraftCodePage, DraftsPage, HelperCodePage, SavedPage } from './screens/draft-pages.tsx'
import { FaceCameraPage, FaceResultPage, FaceTermsPage, ProofPage } from './screens/face-pages.tsx'
import { FilmPage } from './screens/film-page.tsx'
import { ChoosePairPage, HomePage } from './screens/home.tsx'
import { FinishedPage, PaperMissingPage, PaperUnknownPage, TakePaperPage } from './screens/paper-pages.tsx'
import { ChooseForQueryPage, RecordPage } from './screens/record-pages.tsx'
import { CannotApplyPage, CannotLikeThisPage, KeptPage, ResultPage } from './screens/result-pages.tsx'
import { TroublePage } from './screens/trouble.tsx'
import { WithdrawConfirmPage, WithdrawnPage } from './screens/withdraw-pages.tsx'
import { useCountdown } from './visit/use-countdown.ts'
import { useForget } from './visit/use-forget.ts'
import { useGoodbye } from './visit/use-goodbye.ts'
import { useHours } from './visit/use-hours.ts'
import { useKiosk } from './visit/use-kiosk.ts'

/** Seldom opened, and with words of their own: not in the first load. */
const LawPage = lazy(() => import('./law/law-page.tsx'))
const ProgressPage = lazy(() => import('./progress/progress-page.tsx'))
const ReportPage = lazy(() => import('./report/report-page.tsx'))

export function App({ clearPage }: { clearPage: () => void }) {
  const { kiosk, send } = useKiosk(clearPage)
  const { seconds, goOn } = useCountdown(kiosk, send)
  useGoodbye(kiosk, send)
  useForget(kiosk)
  useHours(kiosk, send)
  const elder = kiosk.visit.session?.person.elder === true
  useEffect(() => {
    if (elder) suggestElder()
  }, [elder])
  return (
    <>
      <Page kiosk={kiosk} send={send} />
      {seconds === undefined ? null : (
        <CountdownDialog seconds={seconds} goOn={goOn} exit={() => send({ is: 'exit' })} />
      )}
    </>
  )
}

function Page({ kiosk, send }: PageProps) {
  const { screen } = kiosk.visit
  const page = { kiosk, send }
  switch (screen.name) {
    case 'home':
      return <HomePage {...page} />
    case 'layCard':
      return <LayCardPage {...page} />
    case 'chooseService':
      return <ChooseServicePage {...page} />
    case 'working':
      return <WorkingPage {...page} task={screen.task} />
    case 'proof':
      return <ProofPage {...page} note={screen.note} />
    case 'cardCode':
      return <CardCodePage {...page} sent={screen.sent} wrong={screen.wrong} />
    case 'faceTerms':
      return <FaceTermsPage {...page} />
    case 'faceCamera':
      return <FaceCameraPage {...page} />
    case 'faceResult':
      return <FaceResultPage {...page} result={screen.result} triesLeft={screen.triesLeft} />
    case 'law':
      return (
        <Suspense fallback={<WorkingPage {...page} task="code" />}>
          <LawPage {...page} />
        </Suspense>
      )
    case 'progress':
      return (
        <Suspense fallback={<WorkingPage {...page} task="code" />}>
          <ProgressPage {...page} />
        </Suspense>
      )
    case 'report':
      return (
        <Suspense fallback={<WorkingPage {...page} task="code" />}>
          <ReportPage {...page} />
        </Suspense>
      )
    case 'choosePair':
      return <ChoosePairPage {...page} pair={screen.pair} />
    case 'apply':
      return <ApplyPage key={screen.step} {...page} step={screen.step} wrong={screen.wrong} />
    case 'film':
      return <FilmPage {...page} film={screen.film} />
    case 'phoneEntry':
      return <PhoneEntryPage {...page} wrong={screen.wrong} />
    case 'cannotApply':
      return <CannotApplyPage {...page} />
    case 'cannotLikeThis':
      return <CannotLikeThisPage {...page} findings={screen.findings} />
    case 'result':
      return <ResultPage {...page} />
    case 'kept':
      return <KeptPage {...page} receipt={screen.receipt} />
    case 'chooseForQuery':
      return <ChooseForQueryPage {...page} />
    case 'record':
      return <RecordPage {...page} />
    case 'withdrawConfirm':
      return <WithdrawConfirmPage {...page} applicationNo={screen.applicationNo} />
    case 'withdrawn':
      return <WithdrawnPage {...page} />
    case 'takePaper':
      return <TakePaperPage {...page} face={screen.face} />
    case 'paperUnknown':
      return <PaperUnknownPage {...page} />
    case 'paperMissing':
      return <PaperMissingPage {...page} />
    case 'finished':
      return <FinishedPage {...page} />
    case 'trouble':
      return <TroublePage {...page} trouble={screen.trouble} again={screen.again} />
    case 'saved':
      return <SavedPage {...page} draft={screen.draft} />
    case 'drafts':
      return <DraftsPage {...page} drafts={screen.drafts} />
    case 'draftCode':
      return <DraftCodePage {...page} wrong={screen.wrong} />
    case 'helperCode':
      return <HelperCodePage {...page} wrong={screen.wrong} />
    case 'goodbye':
      return <GoodbyePage {...page} />
  }
}

import { useState } from 'react'
import { ChooseLicence } from '../../services/licence/choose-licence.tsx'
import { FactsQuestion } from '../../services/renewal/facts-question.tsx'
import { NoticeQuestion, noticeTitle } from '../../services/renewal/notice-question.tsx'
import { PhoneEntry, PhoneQuestion } from '../../services/renewal/phone-question.tsx'
import type { Drawing } from '../../services/renewal/signature.ts'
import { SignatureQuestion } from '../../services/renewal/signature-question.tsx'
import { type RenewalStep, renewalFlow } from '../../services/renewal/steps.ts'
import { renewalTexts } from '../../services/renewal/texts.ts'
import { Frame, type PageProps } from '../frame/frame.tsx'
import { factsOf } from '../visit/renewal.ts'

interface StepProps extends PageProps {
  wrong: boolean
}

/** 延续, one question a page. */
export function RenewalPage({ step, ...page }: StepProps & { step: RenewalStep }) {
  switch (step) {
    case 'licence':
      return <LicencePage {...page} />
    case 'facts':
      return <FactsPage {...page} />
    case 'phone':
      return <PhonePage {...page} />
    case 'notice':
      return <NoticePage {...page} />
    case 'signature':
      return <SignaturePage {...page} />
  }
}

/** What every question's page shares: where we are and how to go back. */
const around = ({ kiosk, send }: PageProps, step: RenewalStep) => ({
  kiosk,
  send,
  progress: renewalFlow.position(step, factsOf(kiosk)),
  back: () => send({ is: 'back' }),
})

function LicencePage(page: StepProps) {
  const t = renewalTexts.useTexts()
  return (
    <Frame {...around(page, 'licence')} title={t('chooseTitle')} say="chooseLicence">
      <ChooseLicence
        licences={page.kiosk.visit.licences}
        onChoose={licenceNo => page.send({ is: 'answered', answer: { question: 'licence', licenceNo } })}
      />
    </Frame>
  )
}

function FactsPage(page: StepProps) {
  const t = renewalTexts.useTexts()
  const { sheet } = page.kiosk.visit
  if (!sheet) return null
  const main = { label: t('factsRight'), press: () => page.send({ is: 'answered', answer: { question: 'facts' } }) }
  return (
    <Frame {...around(page, 'facts')} title={t('factsTitle')} say="facts" main={main}>
      <FactsQuestion sheet={sheet} />
    </Frame>
  )
}

function PhonePage(page: StepProps) {
  const t = renewalTexts.useTexts()
  const { sheet } = page.kiosk.visit
  if (!sheet) return null
  const known = sheet.phoneMasked !== null
  const enter = () => page.send({ is: 'phoneEntryWanted' })
  const same = () => page.send({ is: 'answered', answer: { question: 'phone', same: true } })
  return (
    <Frame
      {...around(page, 'phone')}
      title={t(known ? 'phoneTitle' : 'phoneNone')}
      say="phone"
      other={known ? { label: t('phoneChange'), press: enter } : undefined}
      main={known ? { label: t('phoneSame'), press: same } : { label: t('phoneAdd'), press: enter }}
    >
      <PhoneQuestion phoneMasked={sheet.phoneMasked} />
    </Frame>
  )
}

export function PhoneEntryPage(page: StepProps) {
  const t = renewalTexts.useTexts()
  const [digits, setDigits] = useState('')
  const done = () => page.send({ is: 'answered', answer: { question: 'phone', number: digits } })
  return (
    <Frame
      {...around(page, 'phone')}
      title={t('phoneNewTitle')}
      say={page.wrong ? 'phoneWrong' : 'phoneEntry'}
      main={{ label: t('phoneDone'), press: done }}
    >
      <PhoneEntry digits={digits} wrong={page.wrong} onChange={setDigits} />
    </Frame>
  )
}

function NoticePage(page: StepProps) {
  const t = renewalTexts.useTexts()
  const { sheet } = page.kiosk.visit
  if (!sheet) return null
  const { notice } = sheet
  const agree = () => page.send({ is: 'answered', answer: { question: 'notice', version: notice.version } })
  return (
    <Frame
      {...around(page, 'notice')}
      title={noticeTitle(notice)}
      say="notice"
      main={{ label: t('noticeAgree'), press: agree }}
    >
      <NoticeQuestion notice={notice} />
    </Frame>
  )
}

function SignaturePage(page: StepProps) {
  const t = renewalTexts.useTexts()
  const [drawing, setDrawing] = useState<Drawing>({ width: 0, height: 0, strokes: [] })
  const submit = () => page.send({ is: 'answered', answer: { question: 'signature', drawing } })
  return (
    <Frame
      {...around(page, 'signature')}
      title={t('signTitle')}
      say={page.wrong ? 'signatureMissing' : 'signature'}
      main={{ label: t('submit'), press: submit }}
    >
      <SignatureQuestion drawing={drawing} wrong={page.wrong} onChange={setDrawing} />
    </Frame>
  )
}

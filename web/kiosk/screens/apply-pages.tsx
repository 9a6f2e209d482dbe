import { useState } from 'react'
import type { ApplyAnswers } from '../../services/apply/answers.ts'
import { AskedQuestion, needsButton, titleOf } from '../../services/apply/asked-question.tsx'
import { DeliverQuestion } from '../../services/apply/deliver-question.tsx'
import { FactsQuestion } from '../../services/apply/facts-question.tsx'
import { NoticeQuestion, noticeTitle } from '../../services/apply/notice-question.tsx'
import { PhoneEntry, PhoneQuestion } from '../../services/apply/phone-question.tsx'
import type { Drawing } from '../../services/apply/signature.ts'
import { SignatureQuestion } from '../../services/apply/signature-question.tsx'
import { type ApplyStep, type AskedStep, position, questionOf, questionsAt } from '../../services/apply/steps.ts'
import { applyTexts } from '../../services/apply/texts.ts'
import { ChooseLicence } from '../../services/licence/choose-licence.tsx'
import { texts as filmTexts } from '../../shared/film/texts.ts'
import { Frame, type PageProps } from '../frame/frame.tsx'
import { questionPrompt } from '../speech/prompts.ts'
import { standingOf } from '../visit/apply.ts'
import { offersProof } from '../visit/service.ts'
import { WayChoices } from './face-pages.tsx'
import { GroupPage } from './group-page.tsx'
import { ItemsPage } from './items-page.tsx'
import { PapersPage } from './papers-page.tsx'

interface StepProps extends PageProps {
  wrong: boolean
}

/** 申请, one question a page. */
export function ApplyPage({ step, ...page }: StepProps & { step: ApplyStep }) {
  switch (step) {
    case 'licence':
      return <LicencePage {...page} />
    case 'facts':
      return <FactsPage {...page} />
    case 'papers':
      return <PapersPage {...page} frame={around(page, step)} />
    case 'deliver':
      return <DeliverPage {...page} />
    case 'phone':
      return <PhonePage {...page} />
    case 'notice':
      return <NoticePage {...page} />
    case 'signature':
      return <SignaturePage {...page} />
    default:
      return <AskedPage {...page} step={step} />
  }
}

/** What every question's page shares: where we are and how to go back. */
const around = ({ kiosk, send }: PageProps, step: ApplyStep) => ({
  kiosk,
  send,
  progress: position(step, standingOf(kiosk)),
  back: () => send({ is: 'back' }),
  save: step === 'licence' || step === 'facts' ? undefined : () => send({ is: 'saveWanted' }),
})

function LicencePage(page: StepProps) {
  const t = applyTexts.useTexts()
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
  const t = applyTexts.useTexts()
  const ft = filmTexts.useTexts()
  const { sheet } = page.kiosk.visit
  if (!sheet?.licence) return null
  const film = { label: ft('watch'), press: () => page.send({ is: 'filmWanted' }) }
  if (offersProof(page.kiosk))
    return (
      <Frame {...around(page, 'facts')} title={t('factsTitle')} say="factsProof" other={film}>
        <div className="two-parts two-parts-first-wide">
          <FactsQuestion brief sheet={sheet} licence={sheet.licence} />
          <WayChoices kiosk={page.kiosk} send={page.send} />
        </div>
      </Frame>
    )
  const main = { label: t('factsRight'), press: () => page.send({ is: 'answered', answer: { question: 'facts' } }) }
  return (
    <Frame {...around(page, 'facts')} title={t('factsTitle')} say="facts" other={film} main={main}>
      <FactsQuestion sheet={sheet} licence={sheet.licence} />
    </Frame>
  )
}

/** A question of the service's own; one tap answers where one tap can. */
function AskedPage({ step, ...page }: StepProps & { step: AskedStep }) {
  const t = applyTexts.useTexts()
  const { sheet, answers } = page.kiosk.visit
  const question = sheet && questionOf(sheet, step)
  const [draft, setDraft] = useState(() => answers.said[step.slice('asked.'.length)] ?? '')
  if (!sheet || !question) return null
  const onPage = questionsAt(sheet, step, standingOf(page.kiosk))
  const shared = {
    frame: { ...around(page, step), say: questionPrompt(sheet.service, question.key) },
    said: answers.said,
    onAnswer: (also: ApplyAnswers['said']) =>
      page.send({ is: 'answered', answer: { question: step, value: also[question.key] ?? '', also } }),
  }
  const phone = onPage.find(one => one.kind === 'phone')
  if (question.kind === 'choices' && phone !== undefined)
    return <ItemsPage {...shared} items={question} phone={phone} phoneMasked={sheet.phoneMasked} />
  const group = onPage.filter(one => one.kind === 'choice')
  if (group.length > 1) return <GroupPage {...shared} questions={group} />
  const send = (value: string) => page.send({ is: 'answered', answer: { question: step, value } })
  const ready = needsButton(question) && question.kind !== 'text' && draft !== ''
  return (
    <Frame
      {...around(page, step)}
      title={titleOf(question)}
      say={questionPrompt(sheet.service, question.key)}
      main={ready ? { label: t('choiceDone'), press: () => send(draft) } : undefined}
    >
      <AskedQuestion
        question={question}
        known={sheet.known}
        said={answers.said}
        draft={draft}
        onDraft={setDraft}
        onAnswer={send}
        typing={false}
      />
    </Frame>
  )
}

function DeliverPage(page: StepProps) {
  const t = applyTexts.useTexts()
  const { sheet } = page.kiosk.visit
  if (!sheet) return null
  return (
    <Frame {...around(page, 'deliver')} title={t('deliverTitle')} say="deliver">
      <DeliverQuestion
        address={sheet.licence?.address ?? ''}
        onChoose={mode => page.send({ is: 'answered', answer: { question: 'deliver', mode } })}
      />
    </Frame>
  )
}

function PhonePage(page: StepProps) {
  const t = applyTexts.useTexts()
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
  const t = applyTexts.useTexts()
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
  const t = applyTexts.useTexts()
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
  const t = applyTexts.useTexts()
  const [drawing, setDrawing] = useState<Drawing>({ width: 0, height: 0, strokes: [] })
  const notice = standingOf(page.kiosk).together ? page.kiosk.visit.sheet?.notice : undefined
  const agreeing = notice === undefined ? {} : { version: notice.version }
  const submit = () => page.send({ is: 'answered', answer: { question: 'signature', drawing, ...agreeing } })
  return (
    <Frame
      {...around(page, 'signature')}
      title={t(notice === undefined ? 'signTitle' : 'signNoticeTitle')}
      say={page.wrong ? 'signatureMissing' : notice === undefined ? 'signature' : 'signNotice'}
      main={{ label: t(notice === undefined ? 'submit' : 'agreeSubmit'), press: submit }}
    >
      <div className={notice === undefined ? undefined : 'two-parts'}>
        {notice === undefined ? null : (
          <div className="notice-above">
            <NoticeQuestion notice={notice} />
          </div>
        )}
        <div>
          <SignatureQuestion drawing={drawing} wrong={page.wrong} onChange={setDrawing} />
        </div>
      </div>
    </Frame>
  )
}
